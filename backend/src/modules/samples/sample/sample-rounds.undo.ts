import { Injectable } from '@nestjs/common';
import type { DomainEventRow } from '../../../platform/events/domain-event.entity';
import { Undoes, valuesBefore } from '../../../platform/events/undoing';
import type { Actor } from '../../auth/access/actor';
import type { ReadingDto } from '../colour/readings.dto';
import { ReadingsService } from '../colour/readings.service';
import type { Light } from '../colour/verdict';
import type { UpdateSampleOptionDto } from '../option/sample-options.dto';
import { SampleOptionsService } from '../option/sample-options.service';
import type { OptionLabel } from '../vocabulary';
import { type DecisionTold, SampleStepsService } from './sample-steps.service';
import type { Sending } from './sample.entity';
import { SamplesService } from './samples.service';

const optionOf = ({ data }: DomainEventRow): OptionLabel => data['option'] as OptionLabel;
const lightOf = ({ data }: DomainEventRow): Light => ({
  illuminant: data['illuminant'] as Light['illuminant'],
  observer: data['observer'] as Light['observer'],
});

/** What can be taken back of a round: its sending, a receipt, the decision, its options, and what was measured. */
@Injectable()
export class SampleRoundsUndo {
  constructor(
    private readonly samples: SamplesService,
    private readonly steps: SampleStepsService,
    private readonly options: SampleOptionsService,
    private readonly readings: ReadingsService,
  ) {}

  @Undoes('sample.submitted')
  undoSending({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.steps.undoSending(subjectId, actor);
  }

  @Undoes('sample.sending_taken_back')
  undoTakingBack(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.steps.sendAsBefore(event.subjectId, valuesBefore<Sending>(event), actor);
  }

  @Undoes('sample.approved', 'sample.rejected')
  undoDecision({ subjectId, data }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.steps.undoDecision(subjectId, (data['refused'] ?? []) as OptionLabel[], actor);
  }

  @Undoes('sample.decision_taken_back')
  undoTakingDecisionBack(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const told = { ...valuesBefore<DecisionTold>(event), option: event.data['option'] as OptionLabel | null };
    return this.steps.decideAsBefore(event.subjectId, told, actor);
  }

  @Undoes('sample.received')
  undoReceipt({ subjectId }: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.samples.update(subjectId, { receivedOn: null }, actor);
  }

  @Undoes('sample.option_added')
  undoAddition(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.options.remove(event.subjectId, optionOf(event), actor);
  }

  @Undoes('sample.option_removed')
  undoRemoval(event: DomainEventRow, actor: Actor): Promise<unknown> {
    return this.options.restore(event.subjectId, optionOf(event), actor);
  }

  @Undoes('sample.option_updated')
  undoChange(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const before = valuesBefore<UpdateSampleOptionDto>(event);
    return this.options.update(event.subjectId, optionOf(event), before, actor);
  }

  /** What was first measured is removed; what was measured again is as it was. */
  @Undoes('sample.measured', 'sample.reading_removed')
  undoMeasurement(event: DomainEventRow, actor: Actor): Promise<unknown> {
    const before = valuesBefore<Partial<Record<'standard' | 'tolerance' | 'options', unknown>>>(event);
    if (before.standard === null) return this.readings.remove(event.subjectId, lightOf(event), actor);
    return this.readings.putBack(event.subjectId, lightOf(event), before as Partial<ReadingDto>, actor);
  }
}
