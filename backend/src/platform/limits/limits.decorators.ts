import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';

/** Whether calls of an operation count: `uploads` ones do twice. */
export const COUNTING = Symbol('how calls of an operation count');
export type Counting = 'uploads' | 'never';

/** The operation takes a file, or gives the link to send one by: it counts for the narrow limit of these, too. */
export const CountsAsUpload = () =>
  applyDecorators(SetMetadata(COUNTING, 'uploads' satisfies Counting), ApiExtension('x-rate-limit', 'uploads'));

/** For machines that run the house and ask every few seconds. */
export const NeverCounts = () => SetMetadata(COUNTING, 'never' satisfies Counting);
