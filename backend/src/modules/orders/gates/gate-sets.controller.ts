import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CreateGateSetDto, GateSetDto, UpdateGateSetDto } from './gate-sets.dto';
import { gateSetList } from './gate-sets.repository';
import { GateSetsService } from './gate-sets.service';
import { DefaultGateSet } from './gates.errors';

@ApiTags('gates')
@Controller('gate-sets')
export class GateSetsController {
  constructor(private readonly sets: GateSetsService) {}

  @Get()
  @Can('gate_set.read')
  @ApiOperation({ operationId: 'listGateSets', summary: 'List the sets of gates that new lines are given' })
  @ApiList(GateSetDto, gateSetList)
  async listGateSets(@Asked(gateSetList) asked: ListQuery) {
    return mapPage(await this.sets.list(asked), (set) => GateSetDto.from(set));
  }

  @Post()
  @Can('gate_set.write')
  @ApiOperation({ operationId: 'createGateSet', summary: 'Make a set of gates for a kind of fabric' })
  @ApiCreatedResponse({ type: GateSetDto })
  async createGateSet(@Body() body: CreateGateSetDto, @CurrentActor() actor: Actor) {
    return GateSetDto.from(await this.sets.create(body, actor));
  }

  @Get(':id')
  @Can('gate_set.read')
  @ApiOperation({ operationId: 'getGateSet', summary: 'Read a set of gates' })
  @ApiOkResponse({ type: GateSetDto })
  async getGateSet(@Param('id', ParseUUIDPipe) id: string) {
    return GateSetDto.from(await this.sets.get(id));
  }

  @Patch(':id')
  @Can('gate_set.write')
  @ApiOperation({ operationId: 'updateGateSet', summary: 'Change a set of gates; lines keep the gates they have' })
  @ApiOkResponse({ type: GateSetDto })
  @ApiErrors(new DefaultGateSet())
  async updateGateSet(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateGateSetDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return GateSetDto.from(await this.sets.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('gate_set.write')
  @ApiOperation({ operationId: 'deleteGateSet', summary: 'Move a set of gates to the trash; lines keep their gates' })
  @ApiNoContentResponse()
  @ApiErrors(new DefaultGateSet())
  async deleteGateSet(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.sets.delete(id, actor, expected);
  }
}
