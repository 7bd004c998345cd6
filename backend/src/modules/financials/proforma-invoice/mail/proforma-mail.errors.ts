import { Conflict, RuleViolation } from '../../../../platform/errors/domain-error';

export class MailNotSetUp extends RuleViolation {
  readonly code = 'mail.not_set_up';

  constructor() {
    super(
      'This house sends no mail yet: an admin names its mail server (SMTP_URL). Download the PDF and send it yourself.',
    );
  }
}

export class CancelledNotMailed extends Conflict {
  readonly code = 'proforma_invoice.cancelled_not_mailed';

  constructor(piNumber: string) {
    super(`${piNumber} is cancelled: the buyer is sent the PI that takes its place.`);
  }
}
