import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComparedOfferDto, MillOfferDto, OfferComparisonDto } from '@/shared/api/generated';
import { aLine, problem } from '../../../../test/orders';
import { renderAt } from '../../../../test/render';
import { type Answer, answerWith } from '../../../../test/server';
import { anOffer } from '../../../../test/supply';
import { MillOffersDrawer } from './MillOffersDrawer';

const line = aLine({ quantity: '5000', unit: 'yards', provaPrice: '1.5' });
const Page = () => <MillOffersDrawer line={line} onClose={() => {}} />;

const compared = (offer: MillOfferDto, given: Partial<ComparedOfferDto> = {}): ComparedOfferDto => ({
  offer,
  pricePerLineUnit: offer.price,
  formula: null,
  landedPerLineUnit: offer.price,
  landedFormula: null,
  notSaid: [],
  notConverted: null,
  missing: [],
  marginPerUnit: '0.25',
  marginTotal: '1250.00',
  readyOn: null,
  daysToSpare: null,
  isExpired: false,
  isBelowMinimum: false,
  isLowest: false,
  record: null,
  risk: 'unknown',
  riskWhy: 'Nothing is known of it yet.',
  ...given,
});

const formula = 'USD 5.35/kg × 0.9144 × 1.4732 m × 165 g/m² ÷ 1000 ≈ USD 1.1891/yd';
const padma = compared(anOffer({ id: 'padma', millName: 'Padma', price: '5.35', unit: 'kg', leadTimeDays: 60 }), {
  pricePerLineUnit: '1.1891',
  formula,
  landedPerLineUnit: '1.1891',
  isLowest: true,
  readyOn: '2027-01-20',
  daysToSpare: -15,
});

describe('the offers of a line', () => {
  let groups: OfferComparisonDto['groups'];
  let sent: { url: string; body: unknown }[];

  function answers(take: (body: unknown) => Answer = () => ({ body: padma.offer })) {
    const taken = ({ url, data }: { url?: string; data?: unknown }): Answer => {
      const body: unknown = data === undefined ? null : JSON.parse(String(data));
      sent.push({ url: String(url), body });
      return take(body);
    };
    answerWith({
      'GET /api/v1/auth/capabilities/': () => ({
        body: { capabilities: { 'mill_offer.write': 'own', 'mill_offer.choose': 'own' } },
      }),
      'GET /api/v1/order-lines/line-1/mill-offers/': () => ({
        body: {
          orderLineId: 'line-1',
          styleId: 'style-1',
          label: line.label,
          quantity: '5000',
          unit: 'yards',
          provaPrice: '1.5',
          millPrice: null,
          millName: null,
          currency: 'USD',
          etd: null,
          groups,
        } satisfies OfferComparisonDto,
      }),
      'POST /api/v1/mill-offers/': taken,
      'POST /api/v1/mill-offers/padma/choice/': taken,
    });
  }

  beforeEach(() => {
    sent = [];
    groups = [{ currency: 'USD', offers: [padma, compared(anOffer({}))] }];
  });

  it('stand side by side for one of the line’s unit, with the formula and the margin', async () => {
    groups.push({
      currency: 'BDT',
      offers: [
        compared(anOffer({ id: 'surma', millName: 'Surma', currency: 'BDT', price: '140' }), { marginPerUnit: null }),
      ],
    });
    answers();
    await renderAt(Page);
    const row = await screen.findByRole('row', { name: /Padma/ });
    expect(row).toHaveTextContent(/1\.1891 USDLowest.*0\.25 USD.*15 days late/);
    await userEvent.click(within(row).getByRole('button', { name: /5\.35 per kg/ }));
    expect(await screen.findByText(formula)).toBeVisible();
    expect(screen.getByText(/another currency, so it is not compared/)).toBeInTheDocument();
  });

  it('are compared by what they cost landed, with what one of them does not say, and how the mill keeps its word', async () => {
    const landedFormula = 'USD (1.13 + 0.08 freight) × 1.05 with duty = USD 1.2705/yd';
    groups = [
      {
        currency: 'USD',
        offers: [
          compared(anOffer({ id: 'near', millName: 'Near' }), { notSaid: ['freight', 'dutyPercent'] }),
          compared(anOffer({ id: 'far', millName: 'Far', price: '1.13', freight: '0.08', paymentDays: 90 }), {
            landedPerLineUnit: '1.2705',
            landedFormula,
            readyOn: '2027-01-20',
            daysToSpare: 2,
            risk: 'tight',
            riskWhy: 'Of its last 12 lines 5 came late.',
          }),
        ],
      },
    ];
    answers();
    await renderAt(Page);
    expect(await screen.findByRole('row', { name: /Near/ })).toHaveTextContent('without freight, duty');
    const far = screen.getByRole('row', { name: /Far/ });
    expect(far).toHaveTextContent(/paid after 90 days.*1\.2705 USD/);
    await userEvent.click(within(far).getByRole('button', { name: /1\.13 per yd/ }));
    expect(await screen.findByText(landedFormula)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(within(far).getByRole('button', { name: 'Tight, by its record' }));
    expect(await screen.findByText('Of its last 12 lines 5 came late.')).toBeVisible();
  });

  it('lead to the style where a price cannot be compared', async () => {
    const sentence = 'Fill in the GSM of the style.';
    groups = [
      {
        currency: 'USD',
        offers: [
          compared(padma.offer, {
            pricePerLineUnit: null,
            landedPerLineUnit: null,
            missing: [{ field: 'gsm', sentence }],
          }),
        ],
      },
    ];
    answers();
    await renderAt(Page);
    await userEvent.click(await screen.findByRole('button', { name: /cannot be compared/ }));
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Fill it in on the style' })).toBeVisible();
  });

  it('take a new one in the unit and currency of the line', async () => {
    groups = [];
    answers(() => ({ status: 201, body: anOffer({}) }));
    await renderAt(Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Add offer' }));
    const form = within(await screen.findByRole('dialog', { name: `New offer for ${line.label}` }));
    await userEvent.type(form.getByLabelText(/^Mill/), 'Square');
    await userEvent.type(form.getByLabelText(/^Price/), '1.25');
    await userEvent.type(form.getByLabelText('Lead time'), '45');
    await userEvent.click(form.getByRole('button', { name: 'Save offer' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toEqual({
      orderLineId: 'line-1',
      millName: 'Square',
      price: '1.25',
      currency: 'USD',
      unit: 'yards',
      leadTimeDays: 45,
    });
  });

  it('ask for a revision where the price of the line was agreed', async () => {
    answers((body) =>
      'revision' in (body as object)
        ? { body: padma.offer }
        : problem(422, {
            code: 'order.revision_needed',
            because: 'The line is running.',
            before: { millPrice: '1.30' },
            after: { millPrice: '1.1891' },
            affects: [],
          }),
    );
    await renderAt(Page);
    await userEvent.click(await screen.findByRole('button', { name: 'Choose Padma' }));
    const question = within(await screen.findByRole('dialog', { name: `What this changes on ${line.label}` }));
    await userEvent.type(question.getByLabelText(/^Reason/), 'The first mill is full.');
    await userEvent.type(question.getByLabelText(/^Agreed by/), 'Anna Berg');
    await userEvent.click(question.getByRole('button', { name: 'Save revision' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toMatchObject({ revision: { reason: 'The first mill is full.', agreedBy: 'Anna Berg' } });
  });
});
