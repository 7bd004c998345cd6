import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Public } from '../../../platform/http/public.decorator';
import { LinkExpired, NoMail, WeakPassword } from '../auth.errors';
import { AskForResetDto, ResetPasswordDto } from './password-reset.dto';
import { PasswordResets } from './password-resets.service';

@ApiTags('auth')
@Controller('auth/password-reset')
export class PasswordResetController {
  constructor(private readonly resets: PasswordResets) {}

  @Post()
  @HttpCode(202)
  @Public()
  @ApiOperation({
    operationId: 'askForPasswordReset',
    summary: 'Ask for a link to a new password; the same answer whether there is such an account',
  })
  @ApiResponse({ status: 202, schema: { type: 'object', additionalProperties: false } })
  @ApiErrors(new NoMail())
  async askForPasswordReset(@Body() { email }: AskForResetDto): Promise<Record<string, never>> {
    await this.resets.ask(email);
    return {};
  }

  @Post('confirmation')
  @HttpCode(204)
  @Public()
  @ApiOperation({ operationId: 'resetPassword', summary: 'Set a new password by the link; every session ends' })
  @ApiNoContentResponse()
  @ApiErrors(new LinkExpired(), new WeakPassword('newPassword', 'Use at least 12 characters.'))
  async resetPassword(@Body() { token, newPassword }: ResetPasswordDto): Promise<void> {
    await this.resets.reset(token, newPassword);
  }
}
