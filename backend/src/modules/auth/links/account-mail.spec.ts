import { LANGUAGES } from '../../../platform/mail/letter';
import { INVITATION_MAILS } from '../invitations/invitation-mails';
import { NOTICE_MAILS } from '../notices/notice-mails';
import { RESET_MAILS } from '../password-reset/reset-mails';
import { accountMail } from './account-mail';

const url = 'https://house.test/x#secret';
const invited = { house: 'Prova & Co', inviter: 'Rina <b>', name: null, role: 'manager' as const, url, days: 7 };

const noticed = {
  ...{ house: 'Prova & Co', name: 'Rina <b>', when: '22 November 2026', by: null, url },
  ...{ device: 'Chrome, Windows', address: '203.0.113.7', provider: 'Mill & Co' },
};

describe.each(LANGUAGES)('the mails about an account, in %s', (language) => {
  it.each([
    ['a new password', RESET_MAILS[language]('Prova & Co', 'Rina <b>', url)],
    ['what was done', NOTICE_MAILS[language]('user.identity_linked', noticed)],
    ['an invitation', INVITATION_MAILS[language](invited)],
  ])('say the same as text and as HTML, with the link and no markup of people: %s', (_, mail) => {
    const { subject, text, html } = accountMail(mail);
    expect(subject).toContain('Prova & Co');
    expect(text).toContain(url);
    expect(text).toContain('Rina <b>');
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`href="${url}"`);
    expect(html).toContain('Rina &lt;b&gt;');
    expect(html).not.toContain('<b>');
    expect(/[\u0980-\u09ff]/.test(text)).toBe(language === 'bn');
  });
});
