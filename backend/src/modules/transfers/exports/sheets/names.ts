import type { GateStatus } from '../../../orders/vocabulary';

/** The trade's words for stored codes, as the pages say them. */
export const STATUS_NAMES: Readonly<Record<string, string>> = {
  upcoming: 'Upcoming',
  in_development: 'In development',
  running: 'Running',
  bulk: 'Bulk',
  completed: 'Completed',
  archived: 'Archived',
};

export const URGENCY_NAMES: Readonly<Record<string, string>> = {
  late: 'Late',
  at_risk: 'At risk',
  watch: 'Watch',
  fine: 'Fine',
};

export const STAGE_NAMES: Readonly<Record<string, string>> = {
  knitting: 'Knitting',
  dyeing: 'Dyeing',
  finishing: 'Finishing',
  cutting: 'Cutting',
  sewing: 'Sewing',
  packing: 'Packing',
};

export const STANDING_NAMES: Readonly<Record<GateStatus, string>> = {
  submission: 'Submitted',
  resubmission: 'Resubmitted',
  approved: 'Approved',
  rejected: 'Rejected',
};
