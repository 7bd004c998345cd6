import { day, id, many, one, searchOf } from '@/shared/lib/search';
import { subjects } from './vocabulary';

export const activitySearch = searchOf({
  about: many(subjects),
  person: id(),
  orderId: id(),
  late: one(['true']),
  from: day(),
  to: day(),
});
