import type { OrderPanelProps } from '../lib/order';
import { CommentsCard } from './CommentsCard';

/** The talk about an order, its lines and its samples, in the order's workspace. */
export default function CommentsPanel({ orderId }: OrderPanelProps) {
  return <CommentsCard of={{ orderId }} hasKey />;
}
