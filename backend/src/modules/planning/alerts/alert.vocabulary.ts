/** How bad it is, the least first; as notices have it. */
export const ALERT_SEVERITIES = ['info', 'warning', 'critical'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/**
 * Who is told: who has the order (of a task, who is to do it), and the managers at once, only when it gets worse, or not.
 */
export const ALERT_AUDIENCES = ['owner', 'managers_when_worse', 'managers'] as const;
export type AlertAudience = (typeof ALERT_AUDIENCES)[number];

/** What the threshold of a rule counts. */
export const THRESHOLD_UNITS = ['days', 'working_days', 'points'] as const;
export type ThresholdUnit = (typeof THRESHOLD_UNITS)[number];

interface RuleOfAlerts {
  /** As the settings call it. */
  label: string;
  /** When it is raised, and when it is worse; `n` is the threshold. */
  description: string;
  unit: ThresholdUnit;
  /** Lowest and highest threshold that make sense. */
  range: readonly [lowest: number, highest: number];
}

/** The rules, in the order of the settings. Their conditions are `alert.conditions.ts`. */
export const ALERT_RULES = {
  plan_late: {
    label: 'Plan is late',
    description:
      'The forecast of a line is n working days or more past what still keeps its ETD. Worse from 6 more on. It clears by itself once the slack is back.',
    unit: 'working_days',
    range: [1, 30],
  },
  etd_near: {
    label: 'ETD is near',
    description: 'Goods that have not left are to leave within n days. Worse within a third of them.',
    unit: 'days',
    range: [1, 60],
  },
  etd_overdue: {
    label: 'ETD has passed',
    description: 'Goods that have not left were to leave n days ago, or earlier. Worse a week after that.',
    unit: 'days',
    range: [1, 60],
  },
  eta_near: {
    label: 'ETA is near',
    description: 'Goods that have not arrived are to arrive within n days. Worse within a third of them.',
    unit: 'days',
    range: [1, 60],
  },
  eta_overdue: {
    label: 'ETA has passed',
    description: 'Goods that have not arrived were to arrive n days ago, or earlier. Worse a week after that.',
    unit: 'days',
    range: [1, 60],
  },
  approval_stuck: {
    label: 'Approval is stuck',
    description: 'Whose turn it is has had a gate n days longer than they may. Worse a week after that.',
    unit: 'days',
    range: [1, 60],
  },
  lc_expiry_near: {
    label: 'LC expires',
    description: 'An LC of an open order expires within n days, or has. Worse within a third of them.',
    unit: 'days',
    range: [1, 90],
  },
  lc_latest_shipment_near: {
    label: 'LC: latest shipment',
    description:
      'Goods have not left, and the LC lets them leave for n more days or fewer. Worse within a third of them.',
    unit: 'days',
    range: [1, 90],
  },
  no_production_entry: {
    label: 'No output entered',
    description:
      'A line is between knitting start and the end of finishing by its plan, and no output was entered for it for n working days of mills. Worse a week after that.',
    unit: 'working_days',
    range: [1, 30],
  },
  loss_over_plan: {
    label: 'Loss is over plan',
    description:
      'A line is finished, and lost n points more in process than was planned: on its finished quantity, by what was entered as knitted and finished. Worse from 5 points more on.',
    unit: 'points',
    range: [1, 30],
  },
  task_overdue: {
    label: 'Task is overdue',
    description: 'An open task was due n days ago, or earlier. Worse a week after that. Who is to do it is told.',
    unit: 'days',
    range: [1, 60],
  },
} as const satisfies Record<string, RuleOfAlerts>;

export type AlertRuleKey = keyof typeof ALERT_RULES;
export const ALERT_RULE_KEYS = Object.keys(ALERT_RULES) as AlertRuleKey[];

/** The severity of an alert that is worse than its rule says at first. */
export const worseThan = (severity: AlertSeverity): AlertSeverity =>
  ALERT_SEVERITIES[Math.min(ALERT_SEVERITIES.indexOf(severity) + 1, ALERT_SEVERITIES.length - 1)] ?? severity;
