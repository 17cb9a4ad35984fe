package com.acme.shop;

import jakarta.persistence.*;
import java.math.BigDecimal;

@Entity
@Table(name = "orders")
public class Order {
  enum Status { OPEN, PAID, SHIPPED }

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  Long id;

  @ManyToOne(optional = false)
  Customer customer;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, length = 16)
  Status status;

  @Column(nullable = false, precision = 12, scale = 2)
  BigDecimal total;
}
