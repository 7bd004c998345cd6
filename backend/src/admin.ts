import 'reflect-metadata';
import './platform/logging/unheard';
import { NestFactory } from '@nestjs/core';
import { isEmail } from 'class-validator';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { AppModule } from './app.module';
import { UsersService } from './modules/auth/users/users.service';
import { loadConfig } from './platform/config/config';
import { DomainError } from './platform/errors/domain-error';

/** `admin.js --email … --name …`: makes the first admin of a house that has none, and prints the password once. */
async function main(): Promise<void> {
  const { email = '', name = '' } = parseArgs({
    options: { email: { type: 'string' }, name: { type: 'string' } },
  }).values;
  if (!isEmail(email) || !name.trim())
    throw new Error('Say whose: npm run admin -- --email rina@example.com --name "Rina Akter"');
  const config = { ...loadConfig(process.env), PROVABOOK_ROLE: 'api' as const };
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const password = randomBytes(15).toString('base64url');
    await app.get(UsersService).createFirstAdmin(email, name.trim(), password);
    process.stdout.write(
      `${name.trim()} is the admin of this house.\n\n  E-mail    ${email.toLowerCase()}\n  Password  ${password}\n\n` +
        `It is shown this once: sign in and choose your own (Profile), then add your people (Users).\n`,
    );
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(error instanceof DomainError ? 78 : 1);
});
