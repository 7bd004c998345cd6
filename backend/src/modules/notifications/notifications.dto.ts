import { Flag, Id, Instant, OneOf, Text, Whole } from '../../platform/http/fields';
import { SEVERITIES, type Notification, type Severity } from './notification.entity';

export class NotificationDto {
  @Id() id: string;
  @Text({ max: 255, example: 'Lab dip round 1 for Black of order PO-1182 was rejected.' }) title: string;
  @Text({
    max: 5000,
    example:
      'Rina Akter recorded the rejection of lab dip round 1 for Black, order PO-1182 of ANABIA: “Too red under D65”. Send a new round.',
  })
  message: string;
  @Text({ max: 50, description: 'The name of the event that it tells of.', example: 'sample.rejected' })
  notificationType: string;
  @OneOf(SEVERITIES, { name: 'Severity', example: 'warning' }) severity: Severity;
  @Id({ nullable: true, description: 'What it is about.' }) relatedId: string | null;
  @Text({ max: 50, nullable: true, example: 'sample' }) relatedType: string | null;
  @Id({ nullable: true, description: 'The order under which that is found.' }) orderId: string | null;
  @Text({ max: 50, nullable: true, example: 'PO-1182' }) orderNumber: string | null;
  @Flag({ example: false }) isRead: boolean;
  @Instant() createdAt: string;

  static from(notification: Notification): NotificationDto {
    const { id, title, message, notificationType, severity, relatedId, relatedType, orderId, isRead } = notification;
    return {
      id,
      title,
      message,
      notificationType,
      severity,
      relatedId,
      relatedType,
      orderId,
      orderNumber: notification.order?.orderNumber ?? null,
      isRead,
      createdAt: notification.createdAt.toISOString(),
    };
  }
}

export class UnreadCountDto {
  @Whole({ min: 0, max: 100, description: 'Counted up to 100.', example: 7 }) unreadCount: number;
  @Flag({ description: 'More than 99: show 99+.', example: false }) capped: boolean;
}

export class ChangedCountDto {
  @Whole({ min: 0, max: 2147483647, description: 'How many notifications it was.', example: 7 }) changed: number;
}
