import { Flag, Id, Text, Texts } from '../../../platform/http/fields';
import type { UndoPlan } from './undo.service';

export class UndoPlanDto {
  @Id() eventId: string;
  @Flag({ example: true }) possible: boolean;
  @Text({
    max: 20000,
    nullable: true,
    description: 'Why it cannot be undone.',
    example:
      'Since then Rina Akter changed the ETD of Black from 9 Jan 2027 to 12 Jan 2027. Undo that first, or change it the usual way.',
  })
  reason: string | null;
  @Texts({
    description: 'What undoing does; each follows the person’s name.',
    example: ['changed the ETD of Black from 12 Jan 2027 to 9 Jan 2027'],
  })
  steps: string[];

  static from(eventId: string, { possible, reason, steps }: UndoPlan): UndoPlanDto {
    return { eventId, possible, reason, steps };
  }
}

export class UndoneDto {
  @Id({ description: 'What was taken back.' }) eventId: string;
  @Texts({ description: 'What was done for it.', example: ['changed the ETD of Black from 12 Jan 2027 to 9 Jan 2027'] })
  steps: string[];
}
