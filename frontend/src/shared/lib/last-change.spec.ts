import { lastChangeOf, offerUndo, rememberChange } from './last-change';
import { notify, offerOnSuccess, onNotice, type Notice } from './notify';

describe('the last change', () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    rememberChange(null);
  });
  afterEach(() => jest.useRealTimers());

  it('is offered once, by the toast that tells of it', () => {
    rememberChange('e-1');
    expect(offerUndo()).toBe('e-1');
    expect(offerUndo()).toBeNull();
  });

  it('is not offered by a toast that comes later and tells of something else', () => {
    rememberChange('e-1');
    jest.setSystemTime(3_001);
    expect(offerUndo()).toBeNull();
    expect(lastChangeOf(location.pathname)).toBe('e-1');
  });

  it('belongs to its page, and is taken back once', () => {
    rememberChange('e-1');
    expect(lastChangeOf('/elsewhere')).toBeNull();
    expect(lastChangeOf(location.pathname)).toBe('e-1');
    expect(lastChangeOf(location.pathname)).toBeNull();
  });

  it('is forgotten after a change that cannot be undone', () => {
    rememberChange('e-1');
    rememberChange(null);
    expect([offerUndo(), lastChangeOf(location.pathname)]).toEqual([null, null]);
  });

  it('stands in a notice of success that offers nothing itself', () => {
    const heard: Notice[] = [];
    const stop = onNotice((notice) => heard.push(notice));
    const run = jest.fn();
    const stopOffering = offerOnSuccess(() => (offerUndo() ? { label: 'Undo', run } : undefined));
    rememberChange('e-1');
    notify.error('That was refused.');
    notify.success('Saved.');
    notify.success('Saved again.');
    rememberChange('e-2');
    notify.success('Deleted.', { label: 'Show', run });
    stopOffering();
    stop();
    expect(heard.map(({ message, action }) => [message, action?.label])).toEqual([
      ['That was refused.', undefined],
      ['Saved.', 'Undo'],
      ['Saved again.', undefined],
      ['Deleted.', 'Show'],
    ]);
  });
});
