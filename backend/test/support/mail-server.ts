import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  to: string;
  raw: string;
}

/** A mail server that keeps what it is given, and is away when told to be. */
export class MailServer {
  readonly received: Received[] = [];
  isAway = false;
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (this.isAway) return done(Object.assign(new Error('Come back later'), { responseCode: 451 }));
        const [to] = session.envelope.rcptTo;
        this.received.push({ to: to?.address ?? '', raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });

  async listen(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close = () => new Promise<void>((closed) => this.server.close(closed));
}

/** Quoted-printable, undone. */
export const plain = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');

/** What a mail of text and HTML says, as a mail program reads it. */
export function contentsOf(raw: string): { subject: string; text: string; html: string } {
  const subject = (/^Subject: (.*(?:\r?\n[ \t].*)*)/m.exec(raw)?.[1] ?? '').replace(/\r?\n[ \t]/g, '');
  const partOf = (type: string): string => {
    const part = raw.split(/^--[^\r\n]+\r?\n/m).find((each) => each.includes(`Content-Type: text/${type}`)) ?? '';
    const [head = '', ...body] = part.split(/\r?\n\r?\n/);
    const content = body.join('\n\n');
    const decoded = /base64/i.test(head) ? Buffer.from(content, 'base64').toString() : plain(content);
    return decoded.replaceAll('\r\n', '\n');
  };
  return { subject: unfolded(subject), text: partOf('plain'), html: partOf('html') };
}

/** `=?UTF-8?B?…?=` and its like, undone; a sign may be cut in two by a word's end. */
function unfolded(header: string): string {
  return header.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (words) =>
    Buffer.concat(
      [...words.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, way, word = '']) =>
        way?.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : Buffer.from(plain(word.replaceAll('_', ' '))),
      ),
    ).toString(),
  );
}
