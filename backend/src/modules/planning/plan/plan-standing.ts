/** How the line of that key stands by its plan, as one JSON value: read with the line, never after it. */
export const planStandingJson = (lineId: string): string => `(SELECT json_build_object(
    'slackDays', p.slack_days, 'urgency', p.urgency, 'forecastOn', p.forecast_on, 'strip', p.strip)
  FROM line_plans p WHERE p.order_line_id = ${lineId} AND p.slack_days IS NOT NULL)`;

/** Whether it has a plan, with an ETD or without. */
export const isPlanned = (lineId: string): string =>
  `EXISTS (SELECT FROM line_plans p WHERE p.order_line_id = ${lineId})`;
