import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { NeedsProof } from '../access/needs-proof.decorator';
import { SessionDto } from './sessions.dto';
import { sessionList, SessionsService } from './sessions.service';

@ApiTags('sessions')
@Controller('auth')
export class SessionsController {
  constructor(private readonly sessions: SessionsService) {}

  @Get('profile/sessions')
  @Can('profile.own')
  @ApiOperation({ operationId: 'listOwnSessions', summary: 'Where I am signed in' })
  @ApiList(SessionDto, sessionList)
  listOwnSessions(@Asked(sessionList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return this.listed(actor.id, asked, actor);
  }

  @Delete('profile/sessions')
  @HttpCode(204)
  @Can('profile.own')
  @ApiOperation({ operationId: 'endOtherSessions', summary: 'Sign out everywhere else' })
  @ApiNoContentResponse()
  async endOtherSessions(@CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.endOthers(actor);
  }

  @Delete('profile/sessions/:id')
  @HttpCode(204)
  @Can('profile.own')
  @ApiOperation({ operationId: 'endOwnSession', summary: 'Sign out on one device' })
  @ApiNoContentResponse()
  async endOwnSession(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.end(actor.id, id, actor);
  }

  @Get('users/:id/sessions')
  @Can('user.manage')
  @ApiOperation({ operationId: 'listUserSessions', summary: 'Where a user is signed in' })
  @ApiList(SessionDto, sessionList)
  listUserSessions(
    @Param('id', ParseUUIDPipe) id: string,
    @Asked(sessionList) asked: ListQuery,
    @CurrentActor() actor: Actor,
  ) {
    return this.listed(id, asked, actor);
  }

  @Delete('users/:id/sessions')
  @HttpCode(204)
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'endUserSessions', summary: 'Sign a user out everywhere' })
  @ApiNoContentResponse()
  async endUserSessions(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.sessions.endAll(id, actor);
  }

  @Delete('users/:id/sessions/:sessionId')
  @HttpCode(204)
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'endUserSession', summary: 'Sign a user out on one device' })
  @ApiNoContentResponse()
  async endUserSession(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('sessionId', ParseUUIDPipe) sessionId: string,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.sessions.end(id, sessionId, actor);
  }

  private async listed(userId: string, asked: ListQuery, actor: Actor) {
    return mapPage(await this.sessions.list(userId, asked), (session) => SessionDto.from(session, actor.sessionId));
  }
}
