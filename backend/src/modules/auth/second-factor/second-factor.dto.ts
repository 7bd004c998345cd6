import { Flag, Instant, Text, Texts, Whole } from '../../../platform/http/fields';
import { RECOVERY_CODES } from './recovery-codes';

export class SecondFactorDto {
  @Instant({ nullable: true, description: 'Since when codes are asked for; empty where none are.' })
  enrolledAt: string | null;
  @Whole({ min: 0, max: RECOVERY_CODES, example: 10 }) recoveryCodesLeft: number;
  @Flag({ description: 'The house wants one of this role.' }) required: boolean;
}

export class BeginEnrolmentDto {
  @Text({ max: 200, verbatim: true, example: 'Merchandiser@123' }) password: string;
}

/** For the authenticator app: as a QR code, or typed by hand. */
export class EnrolmentDto {
  @Text({ max: 64, example: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }) secret: string;
  @Text({ max: 500, example: 'otpauth://totp/Prova:rina?secret=JBSWY3DPEHPK3PXP&issuer=Prova' }) uri: string;
}

export class CodeDto {
  @Text({ max: 40, description: 'Of the authenticator app, or a recovery code.', example: '123456' }) code: string;
}

export class DisableSecondFactorDto extends CodeDto {
  @Text({ max: 200, verbatim: true, example: 'Merchandiser@123' }) password: string;
}

/** Shown this once: the house keeps their hashes. */
export class RecoveryCodesDto {
  @Texts({ example: ['k7mp-3rvx-9tqc-hd2n'] }) recoveryCodes: string[];
}
