import { SMTPServer } from 'smtp-server';

const idIn = (raw) => /^message-id: *(\S+)/im.exec(raw)?.[1] ?? '';

/** Mail servers of one town: whatever is sent to a `held…` address is kept waiting at the first that it comes to. */
export function town() {
  const seen = new Set();
  return {
    /** @returns a server that has `held` mails, which it never answers, and `taken` ones */
    async postbox() {
      const held = [];
      const taken = [];
      const server = new SMTPServer({
        authOptional: true,
        disabledCommands: ['STARTTLS'],
        onData(stream, session, done) {
          const chunks = [];
          stream.on('data', (chunk) => chunks.push(chunk));
          stream.on('end', () => {
            const mail = { to: session.envelope.rcptTo[0].address, id: idIn(Buffer.concat(chunks).toString()) };
            if (mail.to.startsWith('held') && !seen.has(mail.to)) {
              seen.add(mail.to);
              held.push(mail);
              return;
            }
            taken.push({ ...mail, at: Date.now() });
            done();
          });
        },
      });
      // Who is killed in mid-mail leaves a broken line behind.
      server.on('error', () => {});
      await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
      return {
        url: `smtp://127.0.0.1:${server.server.address().port}`,
        held,
        taken,
        close: () => new Promise((closed) => server.close(closed)),
      };
    },
  };
}
