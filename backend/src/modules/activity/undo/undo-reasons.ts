/** Why some deeds cannot be taken back, and what to do instead; by event, else by its verb. */
const REASONS: Readonly<Record<string, string>> = {
  'gate.removed': 'Add the gate again: nothing was recorded on it.',
  'gate.handed_over': 'Say once more whose turn it is, and since when.',
  'gate.condition_met': 'Record the approval once more with its condition: it is open again then.',
  'gate.reminded': 'A reminder may have been read by now.',
  'gate.overridden':
    'That somebody went on although a gate said no stays on record. Change the step itself the usual way.',
  'plan.laid': 'A plan is taken back step by step, on the Plan tab.',
  'plan.laid_back': 'Lay the plan anew, or set its days by hand, on the Plan tab.',
  'alert.raised': 'An alert is cleared by what it warns of: see to that, or snooze it.',
  'alert.worsened': 'An alert is cleared by what it warns of: see to that, or snooze it.',
  'alert.cleared': 'What an alert warned of is seen to; its rule raises it anew where that is needed.',
  'alert_rule.updated': 'Set the rule as it was under Settings ▸ Alerts.',
  'delay.taken_back': 'Book the days once more, with a reason.',
  'digest.updated': 'Set the digest as it was under Settings ▸ Alerts.',
  'job.resent': 'It may have run by now.',
  'job.discarded': 'The job is gone. What it was to do is asked for anew where it came from.',
  'mail.resent': 'It may have been read by now.',
  'parcel.receipt_taken_back': 'Record once more that it arrived.',
  'proforma_invoice.sent': 'The buyer has this PI. Cancel it with a reason, and raise the next.',
  'proforma_invoice.confirmed': 'A confirmed PI stands. Cancel it with a reason, and raise the next.',
  'proforma_invoice.cancelled': 'A cancelled PI stays cancelled: raise the next.',
  'proforma_invoice.review_asked': 'Change the draft, or cancel it: a manager may have read it by now.',
  'proforma_invoice.approved': 'What was approved is changed by changing the PI: it needs a review again then.',
  'proforma_invoice.returned': 'Ask for its review once more.',
  'proforma_invoice.printed': 'Change the PI and print it anew.',
  'proforma_invoice.mailed': 'The buyer may have read it by now.',
  'proforma_settings.updated': 'Set them as they were under Settings ▸ Proforma invoices.',
  'exchange_rate.recorded': 'Delete the rate: sums go by the one before it again.',
  'exchange_rate.deleted': 'Record the rate once more.',
  'back_to_back_rule.recorded': 'Delete the limit: the one before it counts again.',
  'back_to_back_rule.deleted': 'Record the limit once more.',
  'saved_view.created': 'Delete the view, in the views of the list.',
  'saved_view.updated': 'Choose the view, set the list as it was, and save it once more.',
  'saved_view.deleted': 'Set the list as it was, and save it under the same name.',
  'letter_of_credit.issued': 'An LC that was issued is amended, not taken back.',
  'letter_of_credit.confirmed': 'A confirmed LC is amended, not taken back.',
  'letter_of_credit.expired': 'An expired LC stays expired: record the one that takes its place.',
  'file.held': 'The virus scanner found it, not a person. Delete the file, and add a clean one.',
  'letter_of_credit.terms_read': 'Paste the text of the bank that is right: it takes the place of this one.',
  'letter_of_credit.terms_changed': 'Change the term once more, on the page of the LC.',
  'letter_of_credit.amended': 'An amendment that was accepted binds. What is to change again is the next amendment.',
  'letter_of_credit.amendment_rejected': 'The bank was told. Record the amendment once more if you take it after all.',
  'shipment.departed': 'The shipment has left.',
  'shipment.delivered': 'The shipment has arrived.',
  'presentation.begun': 'Choose another LC in the presentation; the papers that it asks for are taken off one by one.',
  'commercial_invoice.issued': 'An invoice stays on record: cancel it with a reason, and issue the next.',
  'commercial_invoice.cancelled': 'A cancelled invoice stays cancelled: issue the next.',
  'shipment.returned': 'The shipment came back: record that it left once more.',
  'deletion_request.withdrawn': 'Who still wants it asks anew.',
  'deletion_request.approved': 'The request was answered. The order can be restored from the trash.',
  'deletion_request.declined': 'The request was answered. Who still wants it asks anew.',
  'comment.written': 'A comment that was sent may have been read: edit it, or delete it.',
};

const REASONS_OF_VERBS: Readonly<Record<string, string>> = {
  document_added: 'Add the right file: it takes the place of this one.',
  pdf_added: 'Add the right file: it takes the place of this one.',
  file_attached: 'A file is taken off where it was attached.',
  file_removed: 'The bytes of a removed file are gone: attach it again.',
  option_picture_attached: 'A picture is taken off where it was attached.',
  option_picture_removed: 'The bytes of a removed picture are gone: attach it again.',
  purged: 'It was in the trash for 30 days and is gone for good.',
};

export function whyNotUndone(name: string): string {
  return ownReason(name) ?? 'This cannot be taken back by undoing: change it the usual way.';
}

/** What is said of this very event, if anything is. */
export function ownReason(name: string): string | undefined {
  return REASONS[name] ?? REASONS_OF_VERBS[name.slice(name.lastIndexOf('.') + 1)];
}
