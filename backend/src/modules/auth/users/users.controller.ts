import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { Can } from '../access/access.decorators';
import { CurrentActor, type Actor } from '../access/actor';
import { NeedsProof } from '../access/needs-proof.decorator';
import { LastAdmin, OwnAccount, WeakPassword } from '../auth.errors';
import { ColleagueDto, CreateUserDto, UpdateUserDto, UserDto } from './users.dto';
import { userList } from './users.repository';
import { UsersService } from './users.service';

@ApiTags('users')
@Controller('auth/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Can('user.manage')
  @ApiOperation({ operationId: 'listUsers', summary: 'List users' })
  @ApiList(UserDto, userList)
  async listUsers(@Asked(userList) asked: ListQuery) {
    return mapPage(await this.users.list(asked), (user) => UserDto.from(user));
  }

  @Get('colleagues')
  @Can('user.list')
  @ApiOperation({ operationId: 'listColleagues', summary: 'List the people of the house' })
  @ApiList(ColleagueDto, userList)
  async listColleagues(@Asked(userList) asked: ListQuery) {
    const active = { ...asked, filters: { ...asked.filters, isActive: ['true'] } };
    return mapPage(await this.users.list(active), (user) => ColleagueDto.from(user));
  }

  @Post()
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'createUser', summary: 'Add a user' })
  @ApiCreatedResponse({ type: UserDto })
  @ApiErrors(new WeakPassword('password', 'Use at least 12 characters.'))
  async createUser(@Body() body: CreateUserDto, @CurrentActor() actor: Actor) {
    return UserDto.from(await this.users.create(body, actor));
  }

  @Get(':id')
  @Can('user.manage')
  @ApiOperation({ operationId: 'getUser', summary: 'Read a user' })
  @ApiOkResponse({ type: UserDto })
  async getUser(@Param('id', ParseUUIDPipe) id: string) {
    return UserDto.from(await this.users.get(id));
  }

  @Patch(':id')
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'updateUser', summary: 'Change a user, their role, or set a new password' })
  @ApiOkResponse({ type: UserDto })
  @ApiErrors(new LastAdmin(), new OwnAccount(), new WeakPassword('password', 'Use at least 12 characters.'))
  async updateUser(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateUserDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return UserDto.from(await this.users.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('user.manage')
  @NeedsProof('users')
  @ApiOperation({ operationId: 'deleteUser', summary: 'Remove a user' })
  @ApiNoContentResponse()
  @ApiErrors(new LastAdmin(), new OwnAccount())
  async deleteUser(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @IfMatch() expected?: number) {
    await this.users.remove(id, actor, expected);
  }
}
