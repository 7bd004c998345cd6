import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { NeedsProof } from '../access/needs-proof.decorator';
import {
  AlreadyEnrolled,
  NotEnrolled,
  SecondFactorRequired,
  TooManySignIns,
  WrongCode,
  WrongPassword,
} from '../auth.errors';
import {
  BeginEnrolmentDto,
  CodeDto,
  DisableSecondFactorDto,
  EnrolmentDto,
  RecoveryCodesDto,
  SecondFactorDto,
} from './second-factor.dto';
import { SecondFactors } from './second-factors.service';

@ApiTags('second factor')
@Controller('auth')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactors) {}

  @Get('profile/second-factor')
  @Can('profile.own')
  @ApiOperation({ operationId: 'getSecondFactor', summary: 'Whether I sign in with a code' })
  @ApiOkResponse({ type: SecondFactorDto })
  getSecondFactor(@CurrentActor() actor: Actor): Promise<SecondFactorDto> {
    return this.factors.of(actor);
  }

  @Post('profile/second-factor')
  @HttpCode(200)
  @Can('profile.own')
  @ApiOperation({ operationId: 'beginSecondFactor', summary: 'Begin with an authenticator app: its secret' })
  @ApiOkResponse({ type: EnrolmentDto })
  @ApiErrors(new WrongPassword('password'), new AlreadyEnrolled(), new TooManySignIns(30))
  beginSecondFactor(@Body() { password }: BeginEnrolmentDto, @CurrentActor() actor: Actor): Promise<EnrolmentDto> {
    return this.factors.begin(password, actor);
  }

  @Post('profile/second-factor/confirmation')
  @HttpCode(200)
  @Can('profile.own')
  @ApiOperation({ operationId: 'confirmSecondFactor', summary: 'Show a first code; from now on one is asked for' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiErrors(new WrongCode(), new AlreadyEnrolled(), new NotEnrolled(), new TooManySignIns(30))
  async confirmSecondFactor(@Body() { code }: CodeDto, @CurrentActor() actor: Actor): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.factors.confirm(code, actor) };
  }

  @Post('profile/second-factor/recovery-codes')
  @HttpCode(200)
  @Can('profile.own')
  @ApiOperation({ operationId: 'renewRecoveryCodes', summary: 'Make new recovery codes; the old ones end' })
  @ApiOkResponse({ type: RecoveryCodesDto })
  @ApiErrors(new WrongCode(), new NotEnrolled(), new TooManySignIns(30))
  async renewRecoveryCodes(@Body() { code }: CodeDto, @CurrentActor() actor: Actor): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.factors.newRecoveryCodes(code, actor) };
  }

  @Post('profile/second-factor/removal')
  @HttpCode(204)
  @Can('profile.own')
  @ApiOperation({ operationId: 'disableSecondFactor', summary: 'Sign in without codes again' })
  @ApiNoContentResponse()
  @ApiErrors(
    new WrongPassword('password'),
    new WrongCode(),
    new NotEnrolled(),
    new SecondFactorRequired(),
    new TooManySignIns(30),
  )
  async disableSecondFactor(@Body() body: DisableSecondFactorDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.factors.disable(body.password, body.code, actor);
  }

  @Delete('users/:id/second-factor')
  @HttpCode(204)
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'resetSecondFactor', summary: 'Take a lost authenticator app off a user' })
  @ApiNoContentResponse()
  async resetSecondFactor(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.factors.reset(id, actor);
  }
}
