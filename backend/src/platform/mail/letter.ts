/** The languages that mail is written in. */
export const LANGUAGES = ['en', 'bn'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What somebody wrote, by the script that most of its letters are of. */
export function languageOf(text: string): Language {
  const bengali = text.match(/\p{Script=Bengali}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return bengali > latin ? 'bn' : 'en';
}

/** A part of a letter: words, a heading, a list, or a link to follow; in a language of its own where it says so. */
export type LetterPart =
  | { kind: 'words'; words: string; quiet?: boolean; language?: Language }
  | { kind: 'heading'; words: string; url?: string }
  | {
      kind: 'list';
      items: readonly { mark?: string; tone?: string; words: string; more?: string; language?: Language }[];
      quiet?: boolean;
    }
  | { kind: 'link'; label: string; url: string }
  | { kind: 'button'; label: string; url: string };

export interface Letter {
  language: Language;
  subject: string;
  parts: readonly LetterPart[];
}

const LINK = 'color:#1f5f99';

/** The one frame of every mail of the house, as text and as HTML that every mail program shows. */
export function letter({ language, subject, parts }: Letter): { subject: string; text: string; html: string } {
  return {
    subject,
    text: parts.map(textOf).join('\n\n'),
    html: `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:#1a1a1a;font:14px/1.5 'Noto Sans Bengali',system-ui,sans-serif">
<div style="max-width:640px;margin:0 auto">
${parts.map(htmlOf).join('\n')}
</div></body></html>`,
  };
}

function textOf(part: LetterPart): string {
  switch (part.kind) {
    case 'words':
      return part.words;
    case 'heading':
      return part.url ? `${part.words}\n${part.url}` : part.words;
    case 'list':
      return part.items
        .flatMap(({ mark, words, more }) => [`- ${mark ? `${mark}: ` : ''}${words}`, ...(more ? [`  ${more}`] : [])])
        .join('\n');
    case 'link':
    case 'button':
      return `${part.label}: ${part.url}`;
  }
}

function htmlOf(part: LetterPart): string {
  switch (part.kind) {
    case 'words':
      return `<p${langOf(part)}${part.quiet ? ' style="margin-top:32px;color:#555;font-size:12px"' : ''}>${escaped(part.words).replaceAll('\n', '<br>')}</p>`;
    case 'heading':
      return `<h2 style="font-size:16px;margin:24px 0 8px">${part.url ? `<a href="${escaped(part.url)}" style="${LINK}">${escaped(part.words)}</a>` : escaped(part.words)}</h2>`;
    case 'list':
      return `<ul style="margin:0;padding:0 0 0 18px${part.quiet ? ';color:#555' : ''}">${part.items
        .map(
          ({ mark, tone, words, more, language }) =>
            `<li${langOf({ language })} style="margin:0 0 10px">${mark ? `<strong style="color:${tone ?? '#1a1a1a'}">${escaped(mark)}</strong> ` : ''}${escaped(words)}${more ? `<br>\n<span style="color:#555">${escaped(more)}</span>` : ''}</li>`,
        )
        .join('\n')}</ul>`;
    case 'link':
      return `<p><a href="${escaped(part.url)}" style="${LINK}">${escaped(part.label)}</a></p>`;
    case 'button':
      return `<p style="margin:24px 0"><a href="${escaped(part.url)}" style="background:#3347a8;color:#fff;padding:10px 18px;border-radius:8px;text-decoration:none">${escaped(part.label)}</a></p>`;
  }
}

const langOf = ({ language }: { language?: Language | undefined }): string => (language ? ` lang="${language}"` : '');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
