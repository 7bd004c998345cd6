import { Global, Module } from '@nestjs/common';
import { MailLog } from './mail-log';
import { MailResender } from './mail-resender';
import { Mailer } from './mailer';

@Global()
@Module({ providers: [Mailer, MailLog, MailResender], exports: [Mailer, MailResender] })
export class MailModule {}
