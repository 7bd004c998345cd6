import { Flag, Nested, OneOf, Text, Whole } from '../../../platform/http/fields';
import { NOTICE_KIND_KEYS, NOTICE_WAYS, USUAL_WAY, type NoticeKind, type NoticeWay } from '../notices/kinds';
import { CLOCK, type DigestSettings } from './digest-settings.entity';
import type { NotificationPreference } from './notification-preference.entity';

const sendAt = {
  max: 5,
  pattern: CLOCK,
  hint: 'Write the time as 08:00.',
  description: 'By the clock of the house.',
  example: '08:00',
} as const;

export class UpdateDigestSettingsDto {
  @Flag({ optional: true, example: true }) isOn?: boolean;
  @Text({ ...sendAt, optional: true }) sendAt?: string;
}

export class DigestSettingsDto {
  @Flag({ example: true }) isOn: boolean;
  @Text(sendAt) sendAt: string;
  @Flag({ description: 'Whether a mail server is set: without one nothing is sent.', example: false })
  mailIsSetUp: boolean;
  @Whole({ min: 1, max: 2147483647, example: 1 }) rowVersion: number;

  static from({ isOn, sendAt: at, rowVersion }: DigestSettings, mailIsSetUp: boolean): DigestSettingsDto {
    return { isOn, sendAt: at, mailIsSetUp, rowVersion };
  }
}

const WAY = {
  name: 'NoticeWay',
  optional: true,
  description:
    'in_app: in the app, as usual. digest: in the mail of the day as well. email: as a mail of its own at once as well. off: not at all.',
  example: 'in_app',
} as const;

/** How to hear of each kind of notice; a kind that is not named stays as it is. */
export class NoticeWaysDto implements Partial<Record<NoticeKind, NoticeWay>> {
  @OneOf(NOTICE_WAYS, WAY) alerts?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) tasks?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) comments?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) orders?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) deletions?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) samples?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) money?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) output?: NoticeWay;
  @OneOf(NOTICE_WAYS, WAY) incidents?: NoticeWay;
}

export class SetNotificationPreferencesDto {
  @Flag({ description: 'The mail of what is open, once a day.', example: true }) digest: boolean;
  @Nested(() => NoticeWaysDto, { optional: true }) ways?: NoticeWaysDto;
}

export class NotificationPreferencesDto {
  @Flag({ description: 'The mail of what is open, once a day.', example: true }) digest: boolean;
  @Nested(() => NoticeWaysDto) ways: Record<NoticeKind, NoticeWay>;
  @Flag({ description: 'Whether a mail server is set: without one nothing is sent.', example: false })
  mailIsSetUp: boolean;

  static from({ digest, ways }: Pick<NotificationPreference, 'digest' | 'ways'>, mailIsSetUp: boolean) {
    const all = Object.fromEntries(NOTICE_KIND_KEYS.map((kind) => [kind, ways[kind] ?? USUAL_WAY]));
    return { digest, ways: all as Record<NoticeKind, NoticeWay>, mailIsSetUp };
  }
}
