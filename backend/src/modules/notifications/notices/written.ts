import type { Language } from '../../../platform/mail/letter';
import type { HappeningRow } from '../happenings.reader';
import { tell, type Told } from './notices';

/** A notice as it is read: in the language of its reader, unless nothing is known of it but the sentences in which it was told. */
export interface Written extends Told {
  language: Language;
}

/**
 * A notice in the language of its reader: as it was told, which was in English, or anew from its event.
 * @param happening where its event can still be told
 */
export function writtenFor(
  { id, language }: { id: string; language: Language },
  { title, message }: Told,
  happening: HappeningRow | undefined,
): Written {
  const anew =
    language !== 'en' && happening ? tell(happening.eventName, { ...happening, hearerId: id }, language) : null;
  return anew ? { ...anew, language } : { title, message, language: 'en' };
}
