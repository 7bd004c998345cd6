import { Lifecycle } from '../../../platform/lifecycle/lifecycle';

export const INCIDENT_STATUSES = ['open', 'in_progress', 'resolved', 'closed'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const incidentLifecycle = new Lifecycle<IncidentStatus>('incident', {
  open: ['in_progress', 'resolved'],
  in_progress: ['resolved'],
  resolved: ['closed', 'in_progress'], // it came back, or was not as it looked
  closed: ['in_progress'],
});
