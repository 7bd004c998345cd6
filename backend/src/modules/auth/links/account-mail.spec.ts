import { LANGUAGES } from '../../../platform/mail/letter';
import { ROLES } from '../access/actor';
import { INVITATION_MAILS } from '../invitations/invitation-mails';
import { NOTICE_EVENTS, NOTICE_MAILS } from '../notices/notice-mails';
import { RESET_MAILS } from '../password-reset/reset-mails';
import { accountMail } from './account-mail';

const url = 'https://house.test/x#secret';
const invited = { house: 'Prova & Co', inviter: 'Rina <b>', name: null, role: 'manager' as const, url, days: 7 };

const noticed = {
  ...{ house: 'Prova & Co', name: 'Rina <b>', when: '22 November 2026', by: null, url },
  ...{ device: 'Chrome, Windows', address: '203.0.113.7', provider: 'Mill & Co' },
};

/** What stays Latin in Bangla: names, the zone, what was typed, and the address of the link. */
const NAMES = /Prova & Co|Rina <b>|Karim Uddin|Chrome, Windows|Mill & Co|203\.0\.113\.7|https:\S+/g;

describe.each(LANGUAGES)('the mails about an account, in %s', (language) => {
  const mails: (readonly [string, Parameters<typeof accountMail>[0]])[] = [
    ['a new password', RESET_MAILS[language]('Prova & Co', 'Rina <b>', url)],
    ...NOTICE_EVENTS.flatMap((event) =>
      [noticed, { ...noticed, by: 'Karim Uddin' }, { ...noticed, device: null, address: null }].map(
        (of) => [event, NOTICE_MAILS[language](event, of)] as const,
      ),
    ),
    ['an invitation', INVITATION_MAILS[language](invited)],
    ...ROLES.map((role) => [`${role}`, INVITATION_MAILS[language]({ ...invited, name: 'Rina <b>', role })] as const),
  ];

  it.each(mails)('say the same as text and as HTML, with the link and no markup of people: %s', (_, mail) => {
    const { subject, text, html } = accountMail(mail);
    expect(subject).toContain('Prova & Co');
    expect(text).toContain(url);
    expect(text).toContain('Rina <b>');
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`href="${url}"`);
    expect(html).toContain('Rina &lt;b&gt;');
    expect(html).not.toContain('<b>');
    const seen = html
      .replace(/<head>.*<\/head>|<[^>]+>/g, '')
      .replaceAll('&amp;', '&')
      .replace('&lt;b&gt;', '<b>');
    for (const part of [subject, text, seen]) {
      const own = part.replaceAll('&lt;b&gt;', '<b>').replace(NAMES, '').replace('22 November 2026', '');
      expect([/[A-Za-z]/.test(own), /[\u0980-\u09ff]/.test(own)]).toEqual([language === 'en', language === 'bn']);
    }
  });
});
