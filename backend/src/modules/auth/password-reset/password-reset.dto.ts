import { Email, Text } from '../../../platform/http/fields';

export class AskForResetDto {
  @Email({ example: 'merchandiser@provabook.com' }) email: string;
}

export class ResetPasswordDto {
  @Text({ max: 100, description: 'What the link of the mail carries behind #.', example: 'p3Xk…' }) token: string;
  @Text({ max: 200, verbatim: true, example: 'four unrelated words here' }) newPassword: string;
}
