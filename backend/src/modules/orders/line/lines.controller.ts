import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../../platform/http/api-errors.decorator';
import { IfMatch } from '../../../platform/http/if-match.decorator';
import { IllegalTransition } from '../../../platform/lifecycle/lifecycle';
import { Can } from '../../auth/access/access.decorators';
import { CurrentActor, type Actor } from '../../auth/access/actor';
import { CannotSplit, FractionOfUnit, LastLineOfOrder, LineNotShort, REVISION_NEEDED } from '../orders.errors';
import { aRoundThatWaits, aShutGate } from '../gates/examples';
import { ConditionWithoutApproval, GateApprovedAlready } from '../gates/gates.errors';
import { RecordApprovalDto } from '../gates/gate.dto';
import {
  LineDto,
  LineRemovalDto,
  LineStatusDto,
  ShortClosingDto,
  SplitLineDto,
  SplitLinesDto,
  UpdateLineDto,
} from './lines.dto';
import { LinesService } from './lines.service';
import { ShortClosingsService } from './short-closings.service';
import { SplitsService } from './splits.service';

@ApiTags('lines')
@Controller('order-lines')
export class LinesController {
  constructor(
    private readonly lines: LinesService,
    private readonly shortClosings: ShortClosingsService,
    private readonly splits: SplitsService,
  ) {}

  @Get(':id')
  @Can('order.read')
  @ApiOperation({ operationId: 'getLine', summary: 'Read a line' })
  @ApiOkResponse({ type: LineDto })
  async getLine(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor) {
    return LineDto.from(await this.lines.get(id, actor));
  }

  @Patch(':id')
  @Can('order.update')
  @ApiOperation({ operationId: 'updateLine', summary: 'Change a line: only what is sent; null clears' })
  @ApiOkResponse({ type: LineDto })
  @ApiErrors(new FractionOfUnit('quantity', 'pieces', 0), REVISION_NEEDED)
  async updateLine(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UpdateLineDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LineDto.from(await this.lines.update(id, body, actor, expected));
  }

  @Delete(':id')
  @HttpCode(204)
  @Can('order.update')
  @ApiOperation({ operationId: 'deleteLine', summary: 'Remove a line that is not agreed yet' })
  @ApiNoContentResponse()
  @ApiErrors(new LastLineOfOrder(), REVISION_NEEDED)
  async deleteLine(@Param('id', ParseUUIDPipe) id: string, @CurrentActor() actor: Actor, @IfMatch() expected?: number) {
    await this.lines.delete(id, actor, expected);
  }

  @Post(':id/removal')
  @HttpCode(204)
  @Can('order.update')
  @ApiOperation({ operationId: 'removeLine', summary: 'Remove a line that was agreed, with the reason and who agreed' })
  @ApiNoContentResponse()
  @ApiErrors(new LastLineOfOrder(), REVISION_NEEDED)
  async removeLine(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { revision }: LineRemovalDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    await this.lines.delete(id, actor, expected, revision);
  }

  @Post(':id/status')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({ operationId: 'setLineStatus', summary: 'Move a line to another status' })
  @ApiOkResponse({ type: LineDto })
  @ApiErrors(
    new IllegalTransition('line', 'upcoming', 'bulk', ['in_development', 'running', 'archived']),
    aShutGate('completion'),
    REVISION_NEEDED,
  )
  async setLineStatus(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: LineStatusDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LineDto.from(await this.lines.moveTo(id, body, actor, expected));
  }

  @Post(':id/short-closing')
  @HttpCode(200)
  @Can('order.update')
  @ApiOperation({
    operationId: 'closeLineShort',
    summary: 'Complete a line of which less came than was ordered, with the reason',
  })
  @ApiOkResponse({ type: LineDto })
  @ApiErrors(
    new LineNotShort('4,886 yd of 5,000 yd came, within ± 5 %.'),
    new IllegalTransition('line', 'upcoming', 'completed', ['in_development', 'running', 'archived']),
    aShutGate('completion'),
  )
  async closeLineShort(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ShortClosingDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ) {
    return LineDto.from(await this.shortClosings.close(id, body, actor, expected));
  }

  @Post(':id/split')
  @Can('order.update')
  @ApiOperation({
    operationId: 'splitLine',
    summary: 'Split a line: a part of its quantity goes on as a line of its own, with a day of its own',
  })
  @ApiCreatedResponse({ type: SplitLinesDto })
  @ApiErrors(
    new CannotSplit('4,000 yd of this line came already: at most 1,000 yd can be split off.'),
    new FractionOfUnit('quantity', 'pieces', 0),
    REVISION_NEEDED,
  )
  async splitLine(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: SplitLineDto,
    @CurrentActor() actor: Actor,
    @IfMatch() expected?: number,
  ): Promise<SplitLinesDto> {
    const { line, part } = await this.splits.split(id, body, actor, expected);
    return { line: LineDto.from(line), part: LineDto.from(part) };
  }

  @Post(':id/approvals')
  @HttpCode(200)
  @Can('approval.record')
  @ApiOperation({ operationId: 'recordApproval', summary: 'Record a decision on one of the line’s gates' })
  @ApiOkResponse({ type: LineDto })
  @ApiErrors(
    new IllegalTransition('gate', 'approved', 'submission', ['approved', 'rejected', 'resubmission', 'cleared']),
    aRoundThatWaits,
    new GateApprovedAlready('Lab dip', 'MT-2291 · White'),
    new ConditionWithoutApproval(),
  )
  async recordApproval(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RecordApprovalDto,
    @CurrentActor() actor: Actor,
  ) {
    return LineDto.from(await this.lines.recordApproval(id, body, actor));
  }
}
