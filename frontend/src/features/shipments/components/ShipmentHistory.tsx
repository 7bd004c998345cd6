import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, PackageCheck, Paperclip, Truck, Undo2 } from 'lucide-react';
import type { ShipmentDto } from '@/shared/api/generated';
import { HistoryCard, type HistoryLooks } from '@/shared/ui/HistoryCard';
import { shipmentHistory } from '../api';

const looks: HistoryLooks = {
  'shipment.created': [CalendarCheck, 'accent'],
  'shipment.departed': [Truck, 'info'],
  'shipment.delivered': [PackageCheck, 'good'],
  'shipment.returned': [Undo2, 'bad'],
  'shipment.file_attached': [Paperclip, 'calm'],
};

export function ShipmentHistory({ shipment }: { shipment: ShipmentDto }) {
  return <HistoryCard of={shipment.awbNumber} query={useQuery(shipmentHistory(shipment.id))} looks={looks} />;
}
