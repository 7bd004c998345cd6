import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Public } from '../../../platform/http/public.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { NeedsProof } from '../access/needs-proof.decorator';
import { SignedInDto } from '../auth.dto';
import { AlreadyInHouse, InvitationSettled, LinkExpired, NoMail, WeakPassword } from '../auth.errors';
import { callerOf, CookieHeader, TokenHand } from '../token-hand';
import { ProfileDto } from '../users/users.dto';
import { AcceptInvitationDto, InvitationDto, InvitationTokenDto, InvitedDto, InviteDto } from './invitations.dto';
import { invitationList } from './invitations.repository';
import { InvitationsService } from './invitations.service';

@ApiTags('invitations')
@Controller('auth/invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly hand: TokenHand,
  ) {}

  @Get()
  @Can('user.manage')
  @ApiOperation({ operationId: 'listInvitations', summary: 'List invitations' })
  @ApiList(InvitationDto, invitationList)
  async listInvitations(@Asked(invitationList) asked: ListQuery) {
    return mapPage(await this.invitations.list(asked), (invitation) => InvitationDto.from(invitation));
  }

  @Post()
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'inviteUser', summary: 'Invite somebody by mail' })
  @ApiCreatedResponse({ type: InvitationDto })
  @ApiErrors(new NoMail(), new AlreadyInHouse())
  async inviteUser(@Body() body: InviteDto, @CurrentActor() actor: Actor) {
    return InvitationDto.from(await this.invitations.invite(body, actor));
  }

  @Get(':id')
  @Can('user.manage')
  @ApiOperation({ operationId: 'getInvitation', summary: 'Read an invitation' })
  @ApiOkResponse({ type: InvitationDto })
  async getInvitation(@Param('id', ParseUUIDPipe) id: string) {
    return InvitationDto.from(await this.invitations.get(id));
  }

  @Post(':id/sending')
  @HttpCode(200)
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'sendInvitationAgain', summary: 'Send it again, with a new link' })
  @ApiOkResponse({ type: InvitationDto })
  @ApiErrors(new NoMail(), new InvitationSettled(true))
  async sendInvitationAgain(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return InvitationDto.from(await this.invitations.sendAgain(id, actor));
  }

  @Delete(':id')
  @HttpCode(200)
  @Can('user.manage')
  @ApiOperation({ operationId: 'withdrawInvitation', summary: 'Withdraw it: its link opens nothing any more' })
  @ApiOkResponse({ type: InvitationDto })
  @ApiErrors(new InvitationSettled(true))
  async withdrawInvitation(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return InvitationDto.from(await this.invitations.withdraw(id, actor));
  }

  @Post('reading')
  @HttpCode(200)
  @Public()
  @ApiOperation({ operationId: 'readInvitation', summary: 'Whom the link of an invitation is for' })
  @ApiOkResponse({ type: InvitedDto })
  @ApiErrors(new LinkExpired())
  async readInvitation(@Body() { token }: InvitationTokenDto) {
    return InvitedDto.from(await this.invitations.read(token));
  }

  @Post('acceptance')
  @HttpCode(200)
  @Public()
  @CookieHeader()
  @ApiOperation({ operationId: 'acceptInvitation', summary: 'Make the account by the link, and sign in' })
  @ApiOkResponse({ type: SignedInDto })
  @ApiErrors(new LinkExpired(), new WeakPassword('password', 'Use at least 12 characters.'))
  async acceptInvitation(
    @Body() body: AcceptInvitationDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SignedInDto> {
    const { user, duty, ...pair } = await this.invitations.accept(body, callerOf(request));
    return { ...this.hand.over(pair, request, response), user: ProfileDto.of(user, duty) };
  }
}
