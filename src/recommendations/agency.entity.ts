import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Who acts on a recommendation: police, a council, a health body, a school, a charity, government. */
@Entity('agency')
export class Agency {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  slug: string;

  @Column('text', { unique: true })
  name: string;
}
