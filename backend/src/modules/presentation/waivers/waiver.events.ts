import { LetterOfCreditEvent } from '../../financials/letter-of-credit/letter-of-credit.events';

export class FindingWaived extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.finding_waived';
}

export class FindingWaiverTakenBack extends LetterOfCreditEvent {
  readonly name = 'letter_of_credit.finding_waiver_taken_back';
}
