import type { SamplePictureDto } from '@/shared/api/generated';
import { type PinnedNote, sorted } from './pins';

const note = (id: string, option: string | null, pictureId = 'now') =>
  ({ id, pin: { option, pictureId, x: 1, y: 1 } }) as PinnedNote;
const picture = { pictureId: 'now' } as SamplePictureDto;

const idsOf = (label: 'A' | 'B' | undefined, shown: SamplePictureDto | null = picture) => {
  const notes = [note('of A', 'A'), note('of B', 'B'), note('of the card', null), note('before', 'A', 'old')];
  const { here, earlier } = sorted(notes, label, shown);
  return [here.map(({ id }) => id), earlier.map(({ id }) => id)];
};

describe('the notes of a picture', () => {
  it('are those of the option that is looked at, and of the whole card', () => {
    expect(idsOf('A')).toEqual([['of A', 'of the card'], ['before']]);
    expect(idsOf('B')).toEqual([['of B', 'of the card'], []]);
    expect(idsOf(undefined)).toEqual([['of A', 'of B', 'of the card'], ['before']]);
  });

  it('stay when the picture is gone', () => {
    expect(idsOf('A', null)).toEqual([[], ['of A', 'of the card', 'before']]);
  });
});
