import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { IncidentDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { pageOf } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { answerWith } from '../../../../test/server';
import IncidentsPage from './IncidentsPage';

const anIncident = (given: Partial<IncidentDto> = {}): IncidentDto => ({
  id: '0197a2f4-6d0e-7c3a-9b1f-2f6f5a4d3c21',
  orderId: 'order-1',
  orderNumber: 'PO-1182',
  customerName: 'ANABIA',
  orderLineId: 'line-1',
  lineLabel: 'MT-2291 · White',
  step: 'dyeingComplete',
  stepLabel: 'Dyeing complete',
  title: 'Shade of the bulk is off',
  description: null,
  type: 'quality_rejection',
  severity: 'high',
  status: 'open',
  nextStatuses: ['in_progress', 'resolved'],
  incidentDate: '2026-11-18',
  cause: null,
  party: 'mill',
  partyName: 'Padma Textiles',
  actionPlan: null,
  responsiblePerson: null,
  targetResolutionDate: null,
  actualResolutionDate: null,
  resolution: null,
  daysLost: null,
  costAmount: '1250.00',
  costCurrency: 'USD',
  reportedBy: { id: 'rina', fullName: 'Rina Akter' },
  createdAt: '2026-11-18T08:00:00Z',
  updatedAt: '2026-11-18T08:00:00Z',
  rowVersion: 3,
  ...given,
});
const capabilities = () => ({ body: { capabilities: { 'incident.write': 'own' } } });

describe('incidents', () => {
  beforeEach(() => {
    const actor = { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' } as const;
    useSession.setState({ status: 'signedIn', actor });
  });

  it('shows what is not settled unless asked for more', async () => {
    const asked: string[] = [];
    answerWith({
      'GET /api/v1/auth/capabilities/': capabilities,
      'GET /api/v1/incidents/': ({ url }) => {
        asked.push(url?.split('?')[1] ?? '');
        return { body: pageOf(anIncident()) };
      },
    });
    await renderAt(IncidentsPage, { at: '/incidents?severity=high&severity=awful' });
    const row = (await screen.findByRole('link', { name: 'Shade of the bulk is off' })).closest('tr')!;
    expect(within(row).getByText('Padma Textiles')).toBeVisible();
    expect(asked).toEqual(['severity=high&status=open&status=in_progress&pageSize=25']);
  });

  it('resolves one with the days that it lost, once it is said through whom', async () => {
    const incident = anIncident({ party: null, partyName: null });
    let sent: unknown;
    answerWith({
      'GET /api/v1/auth/capabilities/': capabilities,
      'GET /api/v1/incidents/': () => ({ body: pageOf(incident) }),
      [`GET /api/v1/incidents/${incident.id}/`]: () => ({ body: incident }),
      [`POST /api/v1/incidents/${incident.id}/resolution/`]: ({ data, headers }) => {
        sent = [JSON.parse(String(data)), headers?.['If-Match']];
        return { body: anIncident({ status: 'resolved', daysLost: 4 }) };
      },
    });
    await renderAt(IncidentsPage, { at: `/incidents?incident=${incident.id}` });
    await userEvent.click(await screen.findByRole('button', { name: 'Resolve…' }));
    const dialog = await screen.findByRole('dialog', { name: /^Resolve/ });
    await userEvent.type(within(dialog).getByRole('textbox', { name: /How it was settled/ }), 'Dyed again.');
    await userEvent.type(within(dialog).getByRole('textbox', { name: /Working days lost/ }), '4');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    expect(await within(dialog).findByText('Say through whom.')).toBeVisible();
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: /Through whom/ }), 'mill');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Resolve' }));
    await waitFor(() => expect(sent).toBeDefined());
    expect(sent).toMatchObject([{ resolution: 'Dyed again.', daysLost: 4, party: 'mill' }, '"3"']);
  });
});
