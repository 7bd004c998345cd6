import { Body, Controller, Delete, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CONFIG, type Config } from '../../../platform/config/config';
import { InvalidInput, ResourceNotFound } from '../../../platform/errors/domain-error';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import type { ListQuery } from '../../../platform/listing/list-definition';
import { ApiList, Asked } from '../../../platform/listing/list.decorators';
import { mapPage } from '../../../platform/listing/page';
import { today } from '../../../platform/values/day';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { LinesService } from '../line/lines.service';
import { NoSuchReference } from '../orders.errors';
import type { GateKey } from '../vocabulary';
import { AddGateDto, ConditionFulfilmentDto, DecideGatesDto, GateDto, HoldingDto, ReminderDto } from './gate.dto';
import { customKey, isGateKey } from './gate.vocabulary';
import { gateOverrideList, GateOverridesRepository } from './gate-overrides.repository';
import { aDecisionSomeRefuse, aRoundThatWaits } from './examples';
import { DecidedGatesDto, GateOverrideDto, GateWithHistoryDto, LineGateDto } from './gates.dto';
import {
  ConditionWithoutApproval,
  GateApprovedAlready,
  GateHeldAlready,
  GateNotWaiting,
  GateTaken,
  GateTouched,
  NobodyToRemind,
  NoOpenCondition,
  RemindedToday,
} from './gates.errors';
import { lineGateList } from './line-gates.repository';
import { LineGatesService, type GateWithHistory } from './line-gates.service';

const ofGate = ApiParam({ name: 'key', description: 'Of the gate.', schema: { type: 'string', example: 'labDip' } });

@ApiTags('gates')
@Controller()
export class LineGatesController {
  constructor(
    private readonly gates: LineGatesService,
    private readonly lines: LinesService,
    private readonly overrides: GateOverridesRepository,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('line-gates')
  @Can('order.read')
  @ApiOperation({ operationId: 'listLineGates', summary: 'List the gates of lines by who must act and since when' })
  @ApiList(LineGateDto, lineGateList)
  async listLineGates(@Asked(lineGateList) asked: ListQuery, @CurrentActor() actor: Actor) {
    const day = today(this.config.TZ_HOUSE);
    return mapPage(await this.gates.list(asked, actor), (gate) => LineGateDto.from(gate, day));
  }

  @Post('line-gates/decisions')
  @HttpCode(200)
  @Can('approval.record')
  @ApiOperation({ operationId: 'decideGates', summary: 'Record one decision on the same gate of several lines' })
  @ApiOkResponse({ type: DecidedGatesDto })
  @ApiErrors(
    new NoSuchReference('lineIds', 'line'),
    new ConditionWithoutApproval(),
    new IllegalTransition('gate', 'approved', 'submission', ['approved', 'rejected', 'resubmission', 'cleared']),
    aRoundThatWaits,
    new GateApprovedAlready('Lab dip', 'MT-2291 · White'),
    aDecisionSomeRefuse,
  )
  async decideGates(@Body() body: DecideGatesDto, @CurrentActor() actor: Actor): Promise<DecidedGatesDto> {
    const lines = await this.lines.decideGates(body, actor);
    const gates = lines.flatMap(({ id, gates: own = [] }) =>
      own.filter(({ key }) => key === body.gateKey).map((gate) => ({ ...GateDto.of(gate), orderLineId: id })),
    );
    return { gates };
  }

  @Get('gate-overrides')
  @Can('order.read')
  @ApiOperation({ operationId: 'listGateOverrides', summary: 'List where somebody went on although a gate said no' })
  @ApiList(GateOverrideDto, gateOverrideList)
  async listGateOverrides(@Asked(gateOverrideList) asked: ListQuery, @CurrentActor() actor: Actor) {
    return mapPage(await this.overrides.list(asked, actor), (row) => GateOverrideDto.from(row));
  }

  @Post('order-lines/:id/gates')
  @Can('approval.record')
  @ApiOperation({ operationId: 'addGate', summary: 'Add a gate to a line: one of the nine, or one of its own' })
  @ApiCreatedResponse({ type: GateWithHistoryDto })
  @ApiErrors(new GateTaken('name', 'Fit check'))
  async addGate(@Param('id', ParseUUIDPipe) id: string, @Body() body: AddGateDto, @CurrentActor() actor: Actor) {
    return this.toDto(await this.gates.add(id, newGate(body), actor));
  }

  @Get('order-lines/:id/gates/:key')
  @Can('order.read')
  @ofGate
  @ApiOperation({ operationId: 'getGate', summary: 'Read a gate of a line with everything recorded on it' })
  @ApiOkResponse({ type: GateWithHistoryDto })
  async getGate(@Param('id', ParseUUIDPipe) id: string, @Param('key') key: string, @CurrentActor() actor: Actor) {
    return this.toDto(await this.gates.get(id, known(key), actor));
  }

  @Delete('order-lines/:id/gates/:key')
  @HttpCode(204)
  @Can('approval.record')
  @ofGate
  @ApiOperation({ operationId: 'removeGate', summary: 'Take a gate off a line that nothing is recorded on' })
  @ApiNoContentResponse()
  @ApiErrors(new GateTouched('Lab dip'))
  async removeGate(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.gates.remove(id, known(key), actor, expected);
  }

  @Post('order-lines/:id/gates/:key/holding')
  @HttpCode(200)
  @Can('approval.record')
  @ofGate
  @ApiOperation({ operationId: 'handOverGate', summary: 'Say whose turn it is, and since when' })
  @ApiOkResponse({ type: GateWithHistoryDto })
  @ApiErrors(new GateNotWaiting('Lab dip'), new GateHeldAlready('Lab dip'))
  async handOverGate(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Body() body: HoldingDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.toDto(await this.gates.handOver(id, known(key), body, actor, expected));
  }

  @Post('order-lines/:id/gates/:key/reminder')
  @HttpCode(200)
  @Can('approval.record')
  @ofGate
  @ApiOperation({ operationId: 'remindOfGate', summary: 'Remind whoever holds it; once a day, unless meant' })
  @ApiOkResponse({ type: GateWithHistoryDto })
  @ApiErrors(new GateNotWaiting('Lab dip'), new NobodyToRemind('Lab dip', true), new RemindedToday('Lab dip'))
  async remindOfGate(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Body() body: ReminderDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.toDto(await this.gates.remind(id, known(key), body, actor, expected));
  }

  @Post('order-lines/:id/gates/:key/condition-fulfilment')
  @HttpCode(200)
  @Can('approval.record')
  @ofGate
  @ApiOperation({ operationId: 'fulfilGateCondition', summary: 'Tick the condition of an approval' })
  @ApiOkResponse({ type: GateWithHistoryDto })
  @ApiErrors(new NoOpenCondition('Lab dip'))
  async fulfilGateCondition(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('key') key: string,
    @Body() body: ConditionFulfilmentDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return this.toDto(await this.gates.fulfilCondition(id, known(key), body, actor, expected));
  }

  private toDto(gate: GateWithHistory): GateWithHistoryDto {
    return GateWithHistoryDto.from(gate, this.config.TZ_HOUSE);
  }
}

/** A key in an address that no gate can have is the 404 of a gate that is not there. */
function known(key: string): GateKey {
  if (!isGateKey(key)) throw new ResourceNotFound('gate');
  return key;
}

/** @throws InvalidInput 400 unless the body names one gate, in one of the two ways */
function newGate({ gateKey, name }: AddGateDto): { gateKey: GateKey } | { name: string } {
  if (gateKey !== undefined && name !== undefined)
    throw new InvalidInput({ name: ['Give a name, or choose one of the nine: not both.'] });
  if (gateKey !== undefined) {
    if (!isGateKey(gateKey) || gateKey.startsWith('custom_'))
      throw new InvalidInput({ gateKey: ['Choose one of the nine; a gate of the line’s own is made by its name.'] });
    return { gateKey };
  }
  if (!name || customKey(name) === 'custom_') throw new InvalidInput({ name: ['Give the gate a name.'] });
  return { name };
}
