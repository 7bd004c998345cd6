import { choice, day, type FieldSpec, long, text } from '@/shared/forms/specs';
import { priorityOptions } from './vocabulary';

/** What a person writes on a task; who is to do it, its line and its gate stand beside them. */
export const taskSpecs = {
  title: text('What is to be done', 255, { required: 'Say what is to be done.' }),
  dueDate: day('By'),
  priority: choice('Priority', priorityOptions, { required: 'Choose how urgent it is.' }),
  description: long('More about it', 5000),
} satisfies Record<string, FieldSpec>;

/** Written like the fields, chosen from what the order has. */
export const placeSpecs = {
  assignedToId: choice('Who does it', []),
  orderLineId: choice('Line', []),
  closesWithGate: choice('Done when this gate is approved', []),
} satisfies Record<string, FieldSpec>;

export const formSpecs = { ...taskSpecs, ...placeSpecs };
export type TaskValues = Record<keyof typeof formSpecs, string>;
