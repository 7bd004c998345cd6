import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { FindingDto, PresentationDto, ShipmentPresentationDto } from '@/shared/api/generated';
import { useSession } from '@/shared/session';
import { problem } from '../../../../../test/orders';
import { renderAt } from '../../../../../test/render';
import { answerWith } from '../../../../../test/server';
import { aShipment, noPresentation } from '../../../../../test/shipments';
import { PresentationCard } from './PresentationCard';

const credit = { id: 'lc-1', lcNumber: 'DC-7741' };
const finding: FindingDto = {
  ...{ key: 'k1', rule: 'transport.loading', severity: 'discrepancy', ask: null, waiver: null },
  ...{ article: 'art. 20(a)(iii), field 44E', credit: 'CHATTOGRAM', ours: 'Mongla', from: 'Transport document' },
  sentence: 'The transport document shows Mongla, the LC CHATTOGRAM.',
};
const presentation: PresentationDto = {
  ...{
    id: 'p-1',
    letterOfCreditId: 'lc-1',
    presentOn: null,
    onBoardOn: null,
    isClean: true,
    isTranshipped: false,
    insuredAmount: null,
  },
  ...{ insuredCurrency: null, insuredOn: null, rowVersion: 3 },
};
const sent: { route: string; version: unknown; body: unknown }[] = [];

function Page() {
  return <PresentationCard shipment={aShipment({ mode: 'sea' })} />;
}

async function shown(found: ShipmentPresentationDto, answer?: Parameters<typeof answerWith>[0]) {
  const at = '/api/v1/shipments/shipment-1/presentation/';
  let now = found;
  const keep = (route: string, after: ShipmentPresentationDto) => ({
    [route]: ({ data, headers }: { data?: unknown; headers: object }) => {
      sent.push({
        ...{ route: route.split(' ')[0] ?? '', version: (headers as Record<string, unknown>)['If-Match'] },
        body: JSON.parse(String(data)) as unknown,
      });
      now = after;
      return { body: after };
    },
  });
  answerWith({
    'GET /api/v1/auth/capabilities/': () => ({
      body: { capabilities: { 'shipment.write': 'own', 'letter_of_credit.write': 'own' } },
    }),
    [`GET ${at}`]: () => ({ body: now }),
    ...keep(`POST ${at}`, { ...found, presentation, unlisted: 0 }),
    ...keep(`PATCH ${at}`, { ...found, presentation: { ...presentation, isClean: false, rowVersion: 4 } }),
    ...answer,
  });
  await renderAt(Page, { at: '/shipments/shipment-1', path: '/shipments/$shipmentId' });
}

describe('the documents of a shipment, before they go to the bank', () => {
  beforeEach(() => {
    sent.length = 0;
    const actor = { id: 'rina', email: '', fullName: 'Rina Akter', role: 'merchandiser' as const };
    useSession.setState({ status: 'signedIn', actor });
  });

  it('say so where no LC pays for the order', async () => {
    await shown(noPresentation);
    expect(await screen.findByText(/No open LC pays for/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Begin presentation' })).toBeNull();
  });

  it('show what would be refused, and begin under the LC that is chosen', async () => {
    const other = { id: 'lc-2', lcNumber: 'DC-7802' };
    await shown({
      ...noPresentation,
      credits: [credit, other],
      credit,
      findings: [finding],
      discrepancies: 1,
      unlisted: 4,
    });
    expect(await screen.findByText('Would be refused: 1')).toBeVisible();
    expect(screen.getByText('UCP 600 art. 20(a)(iii), field 44E')).toBeVisible();
    expect(screen.getByRole('link', { name: 'DC-7741' })).toHaveAttribute('href', '/money/letters-of-credit/lc-1');
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Begin presentation' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/4 documents of field 46A will be added/)).toBeVisible();
    await user.selectOptions(dialog.getByLabelText(/LC/), 'DC-7802');
    await user.click(dialog.getByRole('button', { name: 'Begin presentation' }));
    expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible();
    expect(sent).toEqual([{ route: 'POST', version: undefined, body: { letterOfCreditId: 'lc-2' } }]);
  });

  it('are changed where no list has it, in the version that was read', async () => {
    await shown({ ...noPresentation, credits: [credit], credit, presentation });
    expect(await screen.findByText('In order')).toBeVisible();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    const drawer = within(await screen.findByRole('dialog'));
    await user.click(drawer.getByLabelText(/The transport document is clean/));
    await user.click(drawer.getByRole('button', { name: 'Save presentation' }));
    expect(await screen.findByText(/with a clause on the transport document/)).toBeVisible();
    expect(sent).toEqual([{ route: 'PATCH', version: '"3"', body: { isClean: false } }]);
  });

  it('have a refusal at its field', async () => {
    const sentence = 'Of an insurance document say amount, currency and day.';
    await shown(
      { ...noPresentation, credits: [credit], credit, presentation },
      {
        'PATCH /api/v1/shipments/shipment-1/presentation/': () =>
          problem(422, { code: 'presentation.not_insured', detail: sentence, errors: { insuredOn: [sentence] } }),
      },
    );
    const user = userEvent.setup();
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const drawer = within(await screen.findByRole('dialog'));
    await user.type(drawer.getByLabelText('Insured for'), '1000');
    await user.click(drawer.getByRole('button', { name: 'Save presentation' }));
    expect(await drawer.findByText(sentence)).toBeVisible();
    expect(drawer.getByLabelText('Insurance dated')).toHaveAccessibleDescription(sentence);
  });
});
