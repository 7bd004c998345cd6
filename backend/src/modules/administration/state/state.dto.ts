import { Flag, Instant, JsonObject, ListOf, OneOf, Text, Whole } from '../../../platform/http/fields';
import { CAPABILITIES, scopeOf, type Capability } from '../../auth/access/capabilities';
import { ROLES } from '../../auth/access/actor';

const MOST = 2147483647;

export class PartDto {
  @Text({ max: 100, example: 'database' }) name: string;
  @Flag({ description: 'It answers.' }) works: boolean;
}

export class SettingDto {
  @Text({ max: 100, example: 'TZ_HOUSE' }) name: string;
  @Text({ max: 5000, min: 0, nullable: true, description: 'Null: a secret, or not set.', example: 'Asia/Dhaka' })
  value: string | null;
  @Flag() isSet: boolean;
}

export class HouseStateDto {
  @Text({ max: 50, example: '0.1.0' }) version: string;
  @Text({ max: 50, example: 'v20.20.2' }) nodeVersion: string;
  @Text({ max: 300, example: 'PostgreSQL 18.1' }) databaseVersion: string;
  @Text({ max: 200, nullable: true, description: 'The last change to the tables.', example: 'Mails1795380400000' })
  migration: string | null;
  @OneOf(['all', 'api', 'worker'], { description: 'What this process does.' }) role: string;
  @Instant({ description: 'Since when this process runs.' }) startedAt: string;
  @Whole({ min: 0, max: MOST, description: 'MB that this process holds.', example: 180 }) memory: number;
  @Whole({ min: 0, max: MOST, description: 'MB of the database.', example: 120 }) databaseSize: number;
  @Whole({
    min: 0,
    max: MOST,
    nullable: true,
    description: 'MB free where files lie; null in a bucket.',
    example: 52000,
  })
  diskFree: number | null;
  @ListOf(() => PartDto, { max: 50 }) parts: PartDto[];
  @Whole({ min: 0, max: MOST, description: 'Jobs that failed for good.', example: 0 }) deadJobs: number;
  @Instant({ nullable: true, description: 'Since when the oldest job that is due waits.' }) oldestJobAt: string | null;
  @Flag({ description: 'A mail server is set.' }) mailIsSetUp: boolean;
  @Flag({ description: 'A virus scanner is set.' }) scannerIsSetUp: boolean;
  @ListOf(() => SettingDto, { max: 300, description: 'The environment that this process was started with.' })
  settings: SettingDto[];
}

export class CapabilityDto {
  @Text({ max: 100, example: 'order.read' }) name: string;
  @JsonObject({ description: 'Role → own or house; a role that is not there may not.', example: { admin: 'house' } })
  scopes: Record<string, string>;

  static from(name: Capability): CapabilityDto {
    const scopes = ROLES.flatMap((role) => {
      const scope = scopeOf(role, name);
      return scope ? [[role, scope] as const] : [];
    });
    return { name, scopes: Object.fromEntries(scopes) };
  }
}

export class CapabilityTableDto {
  @ListOf(() => CapabilityDto, { max: 300 }) capabilities: CapabilityDto[];

  static all(): CapabilityTableDto {
    return { capabilities: (Object.keys(CAPABILITIES) as Capability[]).map((name) => CapabilityDto.from(name)) };
  }
}
