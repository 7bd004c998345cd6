import { sameFirm } from '../../../platform/values/firms';
import { readTenor } from '../../financials/letter-of-credit/swift/swift-values';
import type { CreditTerms } from '../../financials/letter-of-credit/terms';
import { namesOf, type ArrivalFacts, type InvoiceFacts } from './facts';
import { wordsOf, type Finding } from './finding';

/** Applicant, beneficiary and payment (50, 59, 42C) against the PIs; form and rules (40A, 40E) by themselves. */
export function partyFindings(terms: CreditTerms, { invoices }: ArrivalFacts): Finding[] {
  return [
    ...invoices.flatMap((invoice) => [...ofNames(terms, invoice), ...ofTenor(terms, invoice)]),
    ...ofForm(terms, namesOf(invoices)),
  ];
}

function ofNames(terms: CreditTerms, invoice: InvoiceFacts): Finding[] {
  const sides = [
    ['applicant', 'buyer', 'art. 18(a)(ii), field 50', 'made out to'],
    ['beneficiary', 'seller', 'art. 18(a)(i), field 59', 'issued by'],
  ] as const;
  return sides.flatMap(([key, who, article, how]): Finding[] => {
    const [named, ours] = [terms[key], invoice[who]];
    if (!named || !ours || sameFirm([named.name, named.address].join('\n'), ours)) return [];
    const name = ours.trim().split('\n')[0] ?? ours;
    return [
      {
        ...{ rule: `party.${key}`, severity: 'discrepancy', article, ours, from: invoice.piNumber },
        credit: wordsOf(terms, key, named.name),
        sentence: `The invoice must be ${how} ${named.name}; ${invoice.piNumber} has ${name}.`,
        ask: `Field ${key === 'applicant' ? '50' : '59'}: name to read ${name}.`,
      },
    ];
  });
}

function ofTenor(terms: CreditTerms, { paymentTerms, piNumber: from }: InvoiceFacts): Finding[] {
  const [given, agreed] = [terms.tenor, paymentTerms ? readTenor(paymentTerms) : null];
  if (!given || !agreed || given.days === agreed.days) return [];
  return [
    {
      rule: 'payment.tenor',
      severity: 'discrepancy',
      article: 'art. 7(a), field 42C',
      ours: paymentTerms ?? '',
      from,
      credit: wordsOf(terms, 'tenor', terms.tenorText ?? ''),
      sentence:
        given.days > agreed.days
          ? `The LC pays ${given.days - agreed.days} days later than agreed.`
          : `The LC pays ${agreed.days - given.days} days earlier than agreed; drafts must follow the LC.`,
      ask: `Field 42C: drafts to read ${paymentTerms}.`,
    },
  ];
}

function ofForm(terms: CreditTerms, from: string): Finding[] {
  const { form, rules } = terms;
  const findings: Finding[] = [];
  if (form && /(?<!IR)REVOCABLE/i.test(form))
    findings.push({
      rule: 'form.revocable',
      severity: 'risk',
      article: 'art. 3, field 40A',
      credit: form,
      from: from || 'UCP 600',
      ours: 'Irrevocable',
      sentence: 'The bank may change or cancel it without asking us.',
      ask: 'Field 40A: form of the credit to read IRREVOCABLE.',
    });
  if (rules && !/UCP/i.test(rules))
    findings.push({
      ...{ rule: 'rules.not_ucp', severity: 'risk', article: 'art. 1, field 40E', credit: rules, from: 'UCP 600' },
      ours: 'UCP LATEST VERSION',
      sentence: 'It does not say that UCP 600 applies: what is found here is reckoned by it.',
      ask: 'Field 40E: applicable rules to read UCP LATEST VERSION.',
    });
  return findings;
}
