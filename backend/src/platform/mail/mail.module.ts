import { Global, Module } from '@nestjs/common';
import { MailLog } from './mail-log';
import { MailPost } from './mail-post';
import { Mailer } from './mailer';

@Global()
@Module({ providers: [Mailer, MailLog, MailPost], exports: [Mailer, MailPost] })
export class MailModule {}
