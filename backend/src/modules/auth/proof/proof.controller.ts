import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Text } from '../../../platform/http/fields';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { TooManySignIns, WrongCode, WrongPassword } from '../auth.errors';
import { Proofs } from './proofs.service';

export class ProofDto {
  @Text({ max: 200, verbatim: true, optional: true, example: 'Merchandiser@123' }) password?: string;
  @Text({
    max: 40,
    optional: true,
    alternative: true,
    description: 'For who has an authenticator app.',
    example: '123456',
  })
  code?: string;
}

@ApiTags('auth')
@Controller('auth/proof')
export class ProofController {
  constructor(private readonly proofs: Proofs) {}

  @Post()
  @HttpCode(204)
  @Can('profile.own')
  @ApiOperation({ operationId: 'proveItIsMe', summary: 'Show my password or a code once more, for what asks for it' })
  @ApiNoContentResponse()
  @ApiErrors(new WrongPassword('password'), new WrongCode(), new TooManySignIns(30))
  async proveItIsMe(@Body() body: ProofDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.proofs.give(body, actor);
  }
}
