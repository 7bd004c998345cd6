import { Flag, Text, Whole } from '../../../platform/http/fields';
import { CLOCK, type DigestSettings } from './digest-settings.entity';

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

export class NotificationPreferencesDto {
  @Flag({ description: 'The mail of what is open, once a day.', example: true }) digest: boolean;
}
