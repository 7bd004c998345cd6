import { Flag, Id, Instant, Text } from '../../../platform/http/fields';
import type { Session } from './session.entity';

/** A sign-in on one device that is still good. */
export class SessionDto {
  @Id() id: string;
  @Flag({ description: 'It is the one that asks.' }) current: boolean;
  @Text({ max: 300, nullable: true, description: 'What the browser calls itself.', example: 'Mozilla/5.0 (X11)' })
  userAgent: string | null;
  @Text({ max: 64, nullable: true, description: 'Where it was opened from.', example: '203.0.113.7' })
  address: string | null;
  @Instant() createdAt: string;
  @Instant({ description: 'To within the life of an access token.' }) lastUsedAt: string;
  @Instant({ description: 'It ends then, however busy it is.' }) expiresAt: string;

  static from(session: Session, currentId: string): SessionDto {
    return {
      id: session.id,
      current: session.id === currentId,
      userAgent: session.userAgent,
      address: session.address,
      createdAt: session.createdAt.toISOString(),
      lastUsedAt: session.lastUsedAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
    };
  }
}
