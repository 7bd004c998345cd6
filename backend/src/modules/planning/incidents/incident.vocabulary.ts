/** What went wrong. The values are those of the data that is taken over. */
export const INCIDENT_TYPES = ['quality_rejection', 'delay', 'mill_breakdown', 'short_shipment', 'other'] as const;
export type IncidentType = (typeof INCIDENT_TYPES)[number];

/** From the least to the worst: the place in the list is the rank that lists order by. */
export const INCIDENT_SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type IncidentSeverity = (typeof INCIDENT_SEVERITIES)[number];
