import { IllegalTransition, Lifecycle } from './lifecycle';

const door = new Lifecycle<'open' | 'shut' | 'gone'>('door', { open: ['shut'], shut: ['open', 'gone'], gone: [] });

describe('a lifecycle', () => {
  it('takes each listed step and refuses every other, naming what is allowed', () => {
    for (const from of door.statuses)
      for (const to of door.statuses)
        if (door.nextOf(from).includes(to)) expect(door.step(from, to)).toBe(to);
        else expect(() => door.step(from, to)).toThrow(IllegalTransition);
    expect(() => door.step('open', 'gone')).toThrow('This door is open and cannot become gone. It can become shut.');
    expect(() => door.step('gone', 'open')).toThrow('It can no longer change.');
    const parcel = new Lifecycle<'pending' | 'in_transit'>('parcel', { pending: ['in_transit'], in_transit: [] });
    expect(() => parcel.step('pending', 'pending')).toThrow('This parcel is already pending.');
    expect(() => parcel.step('in_transit', 'pending')).toThrow('This parcel is in transit and cannot become pending.');
    expect(() => door.step('open', 'open')).toThrow('This door is already open.');
  });
});
