import { containerDigit } from './check-digits';
import { swapped, type NumberDoubt } from './number-doubt';

const FORM = /^([A-Z]{3}[UJZ]\d{6})(\d)$/;

/** As it is painted on the box, without blanks or dashes. */
export const containerNumberOf = (typed: string): string => typed.toUpperCase().replace(/[\s.-]/g, '');

const checks = (number: string): boolean => {
  const [, body, digit] = FORM.exec(number) ?? [];
  return body !== undefined && containerDigit(body) === digit;
};

/**
 * What looks wrong with a container number (ISO 6346: three letters of the owner, U, J or Z, six digits and one that
 * checks them). A box that its shipper owns may bear any number: then a reason is given.
 */
export function containerDoubt(number: string): NumberDoubt | null {
  if (checks(number)) return null;
  const [, body, digit] = FORM.exec(number) ?? [];
  if (!body)
    return {
      sentence: `${number} is not written as a container number: four letters, the last U, J or Z, and seven digits.`,
      suggestions: [asPainted(number)].filter(checks),
    };
  const right = containerDigit(body);
  return {
    sentence: `The container that begins ${body} ends in ${right}, not in ${digit}.`,
    suggestions: [body + right, ...swapped(number).filter(checks)].slice(0, 3),
  };
}

/** With the letters and digits that are mistaken for one another each in its place. */
const asPainted = (number: string): string =>
  number.slice(0, 4).replace(/0/g, 'O').replace(/1/g, 'I').replace(/5/g, 'S').replace(/2/g, 'Z') +
  number.slice(4).replace(/O/g, '0').replace(/[IL]/g, '1').replace(/S/g, '5').replace(/Z/g, '2');
