import { dependantsOf } from './dependants';

interface Given {
  subject?: string;
  undoes?: string;
}

/** `changed('a', 'line.updated', ['etd'])`: event `a` changed the ETD of the line. */
const changed = (id: string, name: string, fields: string[], { subject = 'line', undoes }: Given = {}) => ({
  id,
  name,
  subjectId: subject,
  data: { before: {}, after: Object.fromEntries(fields.map((field) => [field, 'x'])), ...(undoes ? { undoes } : {}) },
});

const idsOf = (...[event, later]: Parameters<typeof dependantsOf>) => dependantsOf(event, later).map(({ id }) => id);

const etd = changed('a', 'line.updated', ['etd']);

describe('what depends on a deed', () => {
  it('is what changed the same fields of the same thing since', () => {
    const later = [
      changed('b', 'line.updated', ['etd', 'notes']),
      changed('c', 'line.updated', ['notes']),
      changed('d', 'sample.updated', ['etd'], { subject: 'sample' }),
      changed('e', 'line.status_changed', ['status']),
    ];
    expect(idsOf(etd, later)).toEqual(['b']);
  });

  it('is that the thing was deleted or restored', () => {
    expect(idsOf(etd, [changed('b', 'line.deleted', ['label'])])).toEqual(['b']);
    expect(idsOf(changed('a', 'line.deleted', ['label']), [changed('b', 'line.restored', ['label'])])).toEqual(['b']);
  });

  it('is anything under a thing that was made', () => {
    const added = changed('a', 'line.added', ['label']);
    expect(idsOf(added, [changed('b', 'sample.created', ['type'], { subject: 'sample' })])).toEqual(['b']);
    expect(idsOf(added, [])).toEqual([]);
  });

  it('is on one gate only what concerns that gate', () => {
    const labDip = changed('a', 'approval.recorded', ['labDip']);
    expect(idsOf(labDip, [changed('b', 'approval.recorded', ['price'])])).toEqual([]);
    expect(idsOf(labDip, [changed('b', 'approval.recorded', ['labDip'])])).toEqual(['b']);
  });

  it('is nothing that was taken back since', () => {
    const b = changed('b', 'line.updated', ['etd']);
    const undone = changed('c', 'line.updated', ['etd'], { undoes: 'b' });
    const redone = changed('d', 'line.updated', ['etd'], { undoes: 'c' });
    const again = changed('e', 'line.updated', ['etd'], { undoes: 'd' });
    expect(idsOf(etd, [b, undone])).toEqual([]);
    expect(idsOf(etd, [b, undone, redone])).not.toEqual([]);
    expect(idsOf(etd, [b, undone, redone, again])).toEqual([]);
  });
});
