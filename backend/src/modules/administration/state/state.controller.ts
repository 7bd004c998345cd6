import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Can } from '../../auth/access/access.decorators';
import { CapabilityTableDto, HouseStateDto } from './state.dto';
import { StateReader } from './state.reader';

@ApiTags('administration')
@Controller('administration')
export class StateController {
  constructor(private readonly state: StateReader) {}

  @Get('state')
  @Can('house.inspect')
  @ApiOperation({
    operationId: 'getHouseState',
    summary: 'Read how the house runs: its parts, its process, its settings',
  })
  @ApiOkResponse({ type: HouseStateDto })
  getHouseState(): Promise<HouseStateDto> {
    return this.state.read();
  }

  @Get('capabilities')
  @Can('house.inspect')
  @ApiOperation({ operationId: 'getCapabilityTable', summary: 'Read who may do what, of all roles' })
  @ApiOkResponse({ type: CapabilityTableDto })
  getCapabilityTable(): CapabilityTableDto {
    return CapabilityTableDto.all();
  }
}
