import { Incident } from './incident.entity';
import { INCIDENT_STATUSES, incidentLifecycle, type IncidentStatus } from './incident.lifecycle';

const at = (status: IncidentStatus): Incident =>
  Object.assign(new Incident(), { status, actualResolutionDate: null, resolution: null });
const moves: Record<IncidentStatus, (incident: Incident) => void> = {
  open: () => undefined,
  in_progress: (incident) => incident.start(),
  resolved: (incident) => incident.resolve({ resolution: 'Dyed again.', on: '2026-11-22' }),
  closed: (incident) => incident.close(),
};

describe('an incident', () => {
  it('can reach every status', () => {
    const reached = new Set<IncidentStatus>(['open']);
    for (const from of reached) for (const to of incidentLifecycle.nextOf(from)) reached.add(to);
    expect([...reached].sort()).toEqual([...INCIDENT_STATUSES].sort());
  });

  it('moves as its table says, and no other way', () => {
    for (const from of INCIDENT_STATUSES)
      for (const to of INCIDENT_STATUSES.filter((status) => status !== 'open')) {
        const incident = at(from);
        const move = () => moves[to](incident);
        if (!incidentLifecycle.nextOf(from).includes(to))
          expect(move).toThrow('cannot become|already'.split('|')[from === to ? 1 : 0]);
        else {
          move();
          expect(incident.status).toBe(to);
        }
      }
  });

  it('is settled from its resolution until it comes back', () => {
    const incident = at('open');
    incident.resolve({ resolution: 'Dyed again.', on: '2026-11-22' });
    expect([incident.isSettled, incident.resolution]).toEqual([true, 'Dyed again.']);
    incident.start();
    expect([incident.isSettled, incident.resolution]).toEqual([false, 'Dyed again.']);
  });
});
