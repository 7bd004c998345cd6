import { DomainEvent } from '../../../platform/events/domain-event';

abstract class BackToBackEvent extends DomainEvent {
  readonly subjectType: string = 'back_to_back';
}

export class BackToBackRecorded extends BackToBackEvent {
  readonly name = 'back_to_back.recorded';
}

export class BackToBackUpdated extends BackToBackEvent {
  readonly name = 'back_to_back.updated';
}

export class BackToBackDeleted extends BackToBackEvent {
  readonly name = 'back_to_back.deleted';
}

export class BackToBackRestored extends BackToBackEvent {
  readonly name = 'back_to_back.restored';
}

/** Freight, insurance and commission of a master. */
export class BackToBackBasisChanged extends BackToBackEvent {
  override readonly subjectType = 'back_to_back_basis';
  readonly name = 'back_to_back_basis.changed';
}

export class BackToBackRuleRecorded extends BackToBackEvent {
  override readonly subjectType = 'back_to_back_rule';
  readonly name = 'back_to_back_rule.recorded';
}

export class BackToBackRuleDeleted extends BackToBackEvent {
  override readonly subjectType = 'back_to_back_rule';
  readonly name = 'back_to_back_rule.deleted';
}
