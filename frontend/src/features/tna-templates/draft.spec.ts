import type { TemplateDto } from '@/shared/api/generated';
import { draftOf, newStep, sentOf } from './draft';

const template: TemplateDto = {
  id: 'template-1',
  name: 'Local order',
  orderType: 'local',
  buyers: [],
  words: ['stripe'],
  position: 1,
  steps: [
    { key: 'yarnBooked', label: 'Yarn booked', holder: 'us', days: 2, after: [] },
    { key: 'custom_wash_test', label: 'Wash test', holder: 'lab', days: 3, after: [{ key: 'yarnBooked', lag: 2 }] },
  ],
  createdAt: '2026-11-01T04:00:00Z',
  updatedAt: '2026-11-01T04:00:00Z',
  rowVersion: 1,
};

describe('a template as the form holds it', () => {
  it('is sent as it was read', () => {
    const { name, orderType, buyers, words, position } = template;
    expect(sentOf(draftOf(template))).toEqual({
      name,
      orderType,
      buyers,
      words,
      position,
      steps: [
        { key: 'yarnBooked', holder: 'us', days: 2, after: [] },
        { key: 'custom_wash_test', label: 'Wash test', holder: 'lab', days: 3, after: [{ key: 'yarnBooked', lag: 2 }] },
      ],
    });
  });

  it('keeps what waits for a step when that is called otherwise', () => {
    const draft = draftOf(template);
    const steps = [...draft.steps, newStep(draft.steps)].map((step) =>
      step.id === 2 ? { ...step, label: 'Wash & rub test' } : step,
    );
    expect(sentOf({ ...draft, steps }).steps[2]).toMatchObject({
      key: 'yarnReceived',
      after: [{ key: 'custom_wash_rub_test', lag: 0 }],
    });
  });
});
