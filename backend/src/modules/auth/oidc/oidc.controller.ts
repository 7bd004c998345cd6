import { Body, Controller, Get, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../../platform/config/config';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Public } from '../../../platform/http/public.decorator';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { SignedInDto } from '../auth.dto';
import { CodeNeeded, CodeRefused, TooManySignIns, WrongPassword } from '../auth.errors';
import { callerOf, CookieHeader, TokenHand } from '../token-hand';
import { ProfileDto } from '../users/users.dto';
import { clearWalkCookie, setWalkCookie, walkTokenOf } from './oidc-cookie';
import { OidcIdentities } from './oidc-identities';
import { OidcProvider } from './oidc-provider';
import { OidcSignIns, type Begun } from './oidc-sign-ins.service';
import { BeginOidcDto, BegunOidcDto, EnterByOidcDto, IdentityDto, OwnPasswordDto } from './oidc.dto';
import { AlreadyLinked, NobodyOfTheHouse, NotLinked, OidcNotSetUp, ProviderAway, WalkOver } from './oidc.errors';

@ApiTags('identity provider')
@Controller('auth')
export class OidcController {
  constructor(
    private readonly signIns: OidcSignIns,
    private readonly identities: OidcIdentities,
    private readonly provider: OidcProvider,
    private readonly hand: TokenHand,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('oidc/begin')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'beginOidc', summary: 'Begin to sign in by the identity provider: where to go' })
  @ApiOkResponse({ type: BegunOidcDto })
  @ApiErrors(new OidcNotSetUp(), new ProviderAway())
  async beginOidc(
    @Body() { next }: BeginOidcDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BegunOidcDto> {
    return this.send(await this.signIns.begin(next), request, response);
  }

  @Get('oidc/callback')
  @Public()
  @ApiOperation({
    operationId: 'answerOidc',
    summary: 'Where the identity provider sends the browser back to, with `code` and `state`; leads to a page',
  })
  @ApiResponse({ status: 302, description: 'To the sign-in page or the profile; `oidc` says how it went.' })
  async answerOidc(@Req() request: Request, @Res() response: Response): Promise<void> {
    const at = request.originalUrl.indexOf('?');
    const query = at < 0 ? '' : request.originalUrl.slice(at);
    response.redirect(302, await this.signIns.answer(query, walkTokenOf(request)));
  }

  @Post('oidc/session')
  @HttpCode(200)
  @Public()
  @CookieHeader()
  @ApiOperation({ operationId: 'enterByOidc', summary: 'Sign in, as the one who came back from the identity provider' })
  @ApiOkResponse({ type: SignedInDto })
  @ApiErrors(new WalkOver(), new NobodyOfTheHouse(), new CodeNeeded(), new CodeRefused(), new TooManySignIns(30))
  async enterByOidc(
    @Body() { code }: EnterByOidcDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    const { user, duty, ...pair } = await this.signIns.enter(walkTokenOf(request), code, callerOf(request));
    clearWalkCookie(request, response, this.config);
    return { ...this.hand.over(pair, request, response), user: ProfileDto.of(user, duty) };
  }

  @Get('profile/identity')
  @Can('profile.own')
  @ApiOperation({ operationId: 'getIdentity', summary: 'Whom I am at the identity provider' })
  @ApiOkResponse({ type: IdentityDto })
  async getIdentity(@CurrentActor() actor: Actor): Promise<IdentityDto> {
    const linked = await this.identities.findOf(actor.id);
    return {
      provider: this.provider.name,
      linkedAt: linked?.linkedAt.toISOString() ?? null,
      lastUsedAt: linked?.lastUsedAt?.toISOString() ?? null,
      email: linked?.email ?? null,
    };
  }

  @Post('profile/identity')
  @HttpCode(200)
  @Can('profile.own')
  @ApiOperation({ operationId: 'beginLinking', summary: 'Begin to link my account at the identity provider' })
  @ApiOkResponse({ type: BegunOidcDto })
  @ApiErrors(
    new WrongPassword('password'),
    new AlreadyLinked(),
    new OidcNotSetUp(),
    new ProviderAway(),
    new TooManySignIns(30),
  )
  async beginLinking(
    @Body() { password }: OwnPasswordDto,
    @CurrentActor() actor: Actor,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<BegunOidcDto> {
    return this.send(await this.signIns.beginLinking(password, actor), request, response);
  }

  @Post('profile/identity/removal')
  @HttpCode(204)
  @Can('profile.own')
  @ApiOperation({ operationId: 'unlinkIdentity', summary: 'Unlink it: it opens my account no more' })
  @ApiNoContentResponse()
  @ApiErrors(new WrongPassword('password'), new NotLinked(), new TooManySignIns(30))
  async unlinkIdentity(@Body() { password }: OwnPasswordDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.identities.unlink(password, actor);
  }

  private send({ url, token }: Begun, request: Request, response: Response): BegunOidcDto {
    setWalkCookie(request, response, token, this.config);
    return { url };
  }
}
