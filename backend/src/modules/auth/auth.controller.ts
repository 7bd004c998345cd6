import { Body, Controller, Get, HttpCode, Inject, Patch, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../../platform/config/config';
import { ApiErrors } from '../../platform/http/api-errors.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { Public } from '../../platform/http/public.decorator';
import { Can } from './access/access.decorators';
import { CurrentActor, type Actor } from './access/actor';
import { capabilitiesOf } from './access/capabilities';
import {
  CapabilitiesDto,
  PasswordChangeDto,
  ProfileChangesDto,
  RefreshDto,
  SignedInDto,
  SignInDto,
  TokenPairDto,
  VerifyDto,
  WelcomeDto,
} from './auth.dto';
import {
  CodeNeeded,
  CodeRefused,
  RefreshRefused,
  SignInRefused,
  TooManySignIns,
  WeakPassword,
  WrongPassword,
} from './auth.errors';
import { AuthService } from './auth.service';
import { DEMO_SIGN_INS } from './demo-sign-ins';
import { AccountMails } from './links/account-mails';
import { OidcProvider } from './oidc/oidc-provider';
import { clearRefreshCookie, refreshTokenOf, wantsCookie } from './refresh-cookie';
import { callerOf, CookieHeader, TokenHand } from './token-hand';
import { TokensService } from './tokens/tokens.service';
import { ProfileDto } from './users/users.dto';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly tokens: TokensService,
    private readonly hand: TokenHand,
    private readonly mails: AccountMails,
    private readonly provider: OidcProvider,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('welcome')
  @Public()
  @ApiOperation({ operationId: 'welcome', summary: 'What the sign-in page shows' })
  @ApiOkResponse({ type: WelcomeDto })
  welcome(): WelcomeDto {
    const { HOUSE_NAME: houseName, TZ_HOUSE: timeZone, DEMO: demo } = this.config;
    return {
      houseName,
      timeZone,
      demo,
      sendsMail: this.mails.isSetUp,
      identityProvider: this.provider.name,
      demoSignIns: demo
        ? DEMO_SIGN_INS.slice(0, 3).map(({ role, email, password }) => ({ role, email, password }))
        : null,
    };
  }

  @Post('login')
  @HttpCode(200)
  @Public()
  @CookieHeader()
  @ApiOperation({ operationId: 'signIn', summary: 'Sign in' })
  @ApiOkResponse({ type: SignedInDto })
  @ApiErrors(new SignInRefused(), new CodeNeeded(), new CodeRefused(), new TooManySignIns(30))
  async signIn(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    const { user, duty, ...pair } = await this.auth.signIn(body.email, body.password, callerOf(request), body.code);
    return { ...this.hand.over(pair, request, response), user: ProfileDto.of(user, duty) };
  }

  @Post('token')
  @HttpCode(200)
  @Public()
  @CookieHeader()
  @ApiOperation({ operationId: 'obtainTokenPair', summary: 'Sign in, under SimpleJWT’s name' })
  @ApiOkResponse({ type: TokenPairDto })
  @ApiErrors(new SignInRefused(), new CodeNeeded(), new CodeRefused(), new TooManySignIns(30))
  async obtainTokenPair(
    @Body() body: SignInDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokenPairDto> {
    const { access, refresh } = await this.auth.signIn(body.email, body.password, callerOf(request), body.code);
    return this.hand.over({ access, refresh }, request, response);
  }

  @Post('token/refresh')
  @HttpCode(200)
  @Public()
  @CookieHeader()
  @ApiOperation({ operationId: 'refreshToken', summary: 'Exchange a refresh token for a new pair; each works once' })
  @ApiOkResponse({ type: TokenPairDto })
  @ApiErrors(new RefreshRefused())
  async refreshToken(
    @Body() body: RefreshDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokenPairDto> {
    return this.hand.over(await this.tokens.rotate(refreshTokenOf(request, body)), request, response);
  }

  @Post('token/verify')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'verifyToken', summary: 'Is this access token ours and in date?' })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: false } })
  @ApiErrors(new RefreshRefused())
  async verifyToken(@Body() body: VerifyDto): Promise<Record<string, never>> {
    await this.tokens.verify(body.token, 'access');
    return {};
  }

  @Post('token/blacklist')
  @HttpCode(200)
  @Public()
  @ApiOperation({
    operationId: 'blacklistToken',
    summary: 'End the session of a refresh token, under SimpleJWT’s name',
  })
  @ApiOkResponse({ schema: { type: 'object', additionalProperties: false } })
  @ApiErrors(new RefreshRefused())
  async blacklistToken(@Body() body: RefreshDto, @Req() request: Request): Promise<Record<string, never>> {
    await this.auth.signOut(refreshTokenOf(request, body));
    return {};
  }

  @Post('logout')
  @HttpCode(204)
  @Public()
  @CookieHeader()
  @ApiOperation({ operationId: 'signOut', summary: 'Sign out: the session ends at once' })
  @ApiNoContentResponse()
  @ApiErrors(new RefreshRefused())
  async signOut(
    @Body() body: RefreshDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const token = refreshTokenOf(request, body);
    if (wantsCookie(request)) clearRefreshCookie(request, response, this.config);
    await this.auth.signOut(token);
  }

  @Get('capabilities')
  @Can('profile.own')
  @ApiOperation({ operationId: 'listCapabilities', summary: 'What I may do, and how far it reaches' })
  @ApiOkResponse({ type: CapabilitiesDto })
  listCapabilities(@CurrentActor() actor: Actor): CapabilitiesDto {
    return { role: actor.role, capabilities: capabilitiesOf(actor.role) };
  }

  @Get('profile')
  @Can('profile.own')
  @ApiOperation({ operationId: 'getProfile', summary: 'Read my profile' })
  @ApiOkResponse({ type: ProfileDto })
  async getProfile(@CurrentActor() actor: Actor) {
    return ProfileDto.of(await this.auth.profile(actor), actor.duty);
  }

  @Patch('profile')
  @Can('profile.own')
  @ApiOperation({ operationId: 'updateProfile', summary: 'Change my profile' })
  @ApiOkResponse({ type: ProfileDto })
  async updateProfile(@Body() body: ProfileChangesDto, @CurrentActor() actor: Actor, @IfMatch() expected?: number) {
    return ProfileDto.of(await this.auth.updateProfile(body, actor, expected), actor.duty);
  }

  @Post('profile/password')
  @HttpCode(204)
  @Can('profile.own')
  @ApiOperation({ operationId: 'changePassword', summary: 'Change my password; my other sessions end' })
  @ApiNoContentResponse()
  @ApiErrors(new WrongPassword('currentPassword'), new WeakPassword('newPassword', 'Use at least 12 characters.'))
  async changePassword(@Body() body: PasswordChangeDto, @CurrentActor() actor: Actor): Promise<void> {
    await this.auth.changePassword(body, actor);
  }
}
